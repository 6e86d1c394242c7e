import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { statusOf } from "./ground.ts";

/** True if this machine has nginx. */
export const hasNginx = () => spawnSync("nginx", ["-v"]).status === 0;

/** The configuration in docs/operating.md for several processes, on the loopback. Tests may claim any client address. */
const conf = (folder: string, port: number, ports: number[]) => `
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`).join("\n  ")}
  upstream site {
    ${ports.map((it) => `server 127.0.0.1:${it} max_fails=0;`).join("\n    ")}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 25m;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host:$server_port;
    proxy_set_header X-Forwarded-For $http_x_forwarded_for;
    proxy_buffering off;
    proxy_read_timeout 75s;
    add_header X-Served-By $upstream_addr always;
    location / { proxy_pass http://site; }
    location /assets/ {
      proxy_pass http://site;
      proxy_next_upstream error timeout http_404;
    }
  }
}
`;

/** nginx in front of some processes, in a folder of its own, on the loopback. */
export async function nginxBefore(under: string, port: number, ports: number[]) {
  const folder = join(under, `nginx-${port}`);
  mkdirSync(folder);
  const file = join(folder, "nginx.conf");
  writeFileSync(file, conf(folder, port, ports));
  const nginx = spawn("nginx", ["-p", folder, "-c", file, "-e", join(folder, "error.log")], { stdio: "ignore" });
  let gone = false;
  nginx.on("exit", () => (gone = true));
  // oxlint-disable-next-line no-await-in-loop -- until it is there
  for (let tries = 0; (await statusOf(port, "/healthz")) !== 200; tries++) {
    if (gone || tries > 200) throw new Error(readFileSync(join(folder, "error.log"), "utf8"));
    // oxlint-disable-next-line no-await-in-loop
    await sleep(50);
  }
  return {
    async stop() {
      const ended = once(nginx, "exit");
      nginx.kill("SIGTERM");
      await ended;
    },
  };
}
