import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Compared, compared, databaseOf, ground, siteOn } from "./ground.ts";
import { strange } from "./kills.ts";
import { senders } from "./senders.ts";
import { backAfter } from "./wires.ts";

/** Measures while the disk was full, and after room was made. */
export interface Filled extends Compared {
  /** Milliseconds of the slowest refusal, and until acknowledgements came again. */
  slowest: number;
  back: number;
  /** Refusals: how many. */
  refused: number;
  others: string[];
}

/**
 * The same on a small disk of its own that fills up: one in memory, which no other process sees, since it is mounted in a
 * namespace of ours. Null where the machine does not let us: that takes Linux, root and `unshare`.
 */
export function full(clients: number) {
  const { folder, remove } = ground();
  const file = fileURLToPath(import.meta.url);
  const inside = `mount -t tmpfs -o size=450m,mode=755 none "$1" && exec "$2" "$3" "$1" "$4"`;
  const args = ["-m", "sh", "-c", inside, "sh", folder, process.execPath, file, String(clients)];
  return new Promise<Filled | null>((done) => {
    const child = spawn("unshare", args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let found: Filled | null = null;
    child.on("message", (message) => (found = message as Filled));
    child.on("error", () => done(null));
    child.on("close", () => {
      remove();
      done(found);
    });
  });
}

async function fill(folder: string, clients: number): Promise<Filled> {
  const it = await siteOn(folder);
  const all = await senders({ port: it.port, clients });
  await all.reach(clients * 5);
  const ballast = join(folder, "ballast");
  all.count();
  const file = openSync(ballast, "w");
  const block = Buffer.alloc(65_536);
  const until = performance.now() + 10_000;
  while (performance.now() < until) {
    // The database may free some room by itself: it is filled again.
    // oxlint-disable-next-line no-await-in-loop -- as long as it is full
    if (!more(file, block)) await sleep(50);
  }
  closeSync(file);
  const [refused, slowest] = [all.others.get("503") ?? 0, all.slowest()];
  const since = performance.now();
  rmSync(ballast);
  const back = await backAfter(it.port, since);
  await all.end();
  const found = await compared(databaseOf(folder), all.acknowledged);
  await it.stop();
  return { ...found, refused, slowest, back, others: strange(all.others) };
}

/** Writes one more block; false if the disk is full. */
function more(file: number, block: Buffer) {
  try {
    return writeSync(file, block) > 0;
  } catch {
    return false;
  }
}

const [, running, folder, clients] = process.argv;
if (running === fileURLToPath(import.meta.url) && folder) {
  const { bfree } = statfsSync(folder);
  if (bfree === 0) throw new Error("No disk.");
  process.send?.(await fill(folder, Number(clients)));
  process.disconnect?.();
}
