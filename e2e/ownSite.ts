import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A site for one spec file, which can be stopped and started again on the same database; `empty`: a real instance. */
export async function ownSite({ empty = false } = {}) {
  const port = await freePort();
  const baseURL = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port) };
  const args = ["e2e/serve.ts", ...(empty ? ["--empty"] : [])];
  const served = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let told = "";
  let isHeard = true;
  served.stderr!.on("data", (text: Buffer) => isHeard && process.stderr.write(text));
  served.stdout!.on("data", (text: Buffer) => (told += text.toString()));
  const ready = async () => {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${baseURL}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((later) => {
        setTimeout(later, 200);
      });
    }
    throw new Error("The site does not start.");
  };
  await ready();
  return {
    baseURL,
    /** The link of the first administrator, as the terminal shows it. */
    async printed() {
      const link = /\/invitations\/\S+/;
      while (!link.test(told)) await once(served.stdout!, "data");
      return link.exec(told)![0];
    },
    async down() {
      served.send("down");
      await once(served, "message");
    },
    async up() {
      served.send("up");
      await ready();
    },
    /** All that was written is forgotten: it has the demonstration again, and goes on. It tells of lost connections. */
    async renew() {
      isHeard = false;
      served.send("renew");
      await once(served, "message");
      await ready();
      isHeard = true;
    },
    /** Kills its process, which nothing but its keeper starts again. */
    async kill() {
      served.send("kill");
      await once(served, "message");
      await ready();
    },
    /** Writes in its database: stories make days pass this way. */
    async sql(statement: string) {
      served.send({ sql: statement });
      const [answer] = (await once(served, "message")) as ["done" | { error: string }];
      if (answer !== "done") throw new Error(`${answer.error}\n${statement}`);
    },
    async stop() {
      const ended = once(served, "exit");
      served.kill("SIGTERM");
      await ended;
    },
  };
}

export function freePort() {
  return new Promise<number>((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => found(free));
    });
  });
}
