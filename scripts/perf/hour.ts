import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildWeb } from "../../apps/api/src/platform/server/build.ts";
import { ground, postmasterOf, siteOn } from "../faults/ground.ts";
import { inputFor } from "../faults/senders.ts";
import { type Answer, atShare, peopleAt, readPages, readQuery, responseOf, wrongIn } from "./crowd.ts";

/**
 * `npm run perf:hour -- [--minutes 60] [--rate 20]`: a site of its own with the demonstration, on the loopback, asked so
 * many times a second in an open loop, each from another address: of twenty, nine pages that everybody reads, four
 * searches that nobody made yet, six questions of GraphQL and one response. Prints each minute what was answered, how
 * long it took from when it was due, the memory of the site and of PostgreSQL, and what failed; then memory of the first
 * and of the last quarter of an hour. Ctrl-C ends it with what it found so far. Take half of what `npm run perf:door` says
 * that the machine answers.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "60" }, rate: { type: "string", default: "20" } },
});
const minutes = between("minutes", values.minutes, 240);
const rate = between("rate", values.rate, 400);

function between(name: string, value: string, most: number) {
  const number = Number(value);
  if (number > 0 && number <= most) return number;
  console.error(`--${name} is a number up to ${most}.`);
  return process.exit(1);
}

/** Requests of one minute. */
interface Minute {
  took: number[];
  failed: Map<string, number>;
}

const data = ground();
const told = { to: "go on" };
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (told.to = "stop"));
await buildWeb();
const site = await siteOn(data.folder);
const people = peopleAt(site.port);
let failures = 0;
try {
  failures = await run();
} finally {
  people.leave();
  await site.stop();
  data.remove();
}
process.exit(failures > 0 ? 1 : 0);

/** Asks for as long as was told; answers with how many were not answered well. */
async function run() {
  const input = await inputFor(site.port);
  let minute: Minute = { took: [], failed: new Map() };
  let asked = 0;
  const waiting = new Set<Promise<void>>();

  async function askedWhen(due: number) {
    const wrong = wrongIn(await one(asked++, input));
    minute.took.push(performance.now() - due);
    if (wrong) minute.failed.set(wrong, (minute.failed.get(wrong) ?? 0) + 1);
  }

  console.log(`${rate} a second for ${minutes} minutes: answered, p50 and p99 in ms, MB of the site and of PostgreSQL`);
  const memory: { ours: number; theirs: number }[] = [];
  let failed = 0;
  const began = performance.now();
  for (let at = 1; at <= minutes && told.to === "go on"; at++) {
    const end = at * 60_000;
    // oxlint-disable no-await-in-loop -- time passes
    for (let now = 0; (now = performance.now() - began) < end && told.to === "go on"; await sleep(5))
      while (asked < (now / 1000) * rate) {
        const asking: Promise<void> = askedWhen(began + (asked / rate) * 1000).finally(() => waiting.delete(asking));
        waiting.add(asking);
      }
    // oxlint-enable no-await-in-loop
    const of = memoryNow();
    memory.push(of);
    failed += tell(at, minute, of);
    minute = { took: [], failed: new Map() };
  }
  await Promise.all(waiting);
  tellMemory(memory);
  console.log(`${asked} asked, ${failed} not answered well`);
  return failed;
}

/** Bytes of the site and of PostgreSQL; 0 once somebody else stopped them: the requests say so then. */
function memoryNow() {
  try {
    return { ours: memoryOf([siteOf(data.folder)]), theirs: memoryOf(family(postmasterOf(data.folder))) };
  } catch {
    return { ours: 0, theirs: 0 };
  }
}

function tell(at: number, { took, failed }: Minute, { ours, theirs }: { ours: number; theirs: number }) {
  const share = (part: number) => String(atShare(took, part)).padStart(6);
  const many = [...failed.values()].reduce((sum, n) => sum + n, 0);
  const why = [...failed].map(([what, n]) => `${n} × ${what}`).join(", ") || "none failed";
  const each = (took.length / 60).toFixed(1).padStart(6);
  console.log(
    `${String(at).padStart(4)} min ${each}/s ${share(0.5)} ${share(0.99)} ms ${megabytes(ours)} + ${megabytes(theirs)} MB  ${why}`,
  );
  return many;
}

/** The first ten minutes are those of a site that warms: what is compared comes after them, where there is any. */
function tellMemory(memory: { ours: number; theirs: number }[]) {
  const warm = memory.length >= 30 ? memory.slice(10) : memory;
  const part = Math.max(1, Math.floor(warm.length / 4));
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)]!;
  for (const whose of ["ours", "theirs"] as const) {
    const all = warm.map((it) => it[whose]);
    const [first, last] = [middle(all.slice(0, part)), middle(all.slice(-part))];
    const name = whose === "ours" ? "the site" : "PostgreSQL";
    console.log(
      `memory of ${name}: ${megabytes(first)} MB at first, ${megabytes(last)} at the end, at most ${megabytes(Math.max(...all))}`,
    );
  }
}

/** One request of the mixture. */
function one(number: number, input: Awaited<ReturnType<typeof inputFor>>): Promise<Answer> {
  const kind = number % 20;
  if (kind === 0) return people.ask("/graphql", responseOf(input));
  if (kind < 10) return people.ask(readPages[number % readPages.length]!);
  if (kind < 14) return people.ask(`/contributions?q=${randomUUID().slice(0, 6)}`);
  return people.ask("/graphql", { query: readQuery });
}

/** The process that serves: the note that a site leaves of itself. */
function siteOf(folder: string) {
  return Number(readFileSync(join(folder, "running"), "utf8").split(" ")[0]);
}

/** A process and those that it began. */
function family(of: number) {
  const begun = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === of);
  return [of, ...begun.map(Number)];
}

function parentOf(pid: string) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[1]);
  } catch {
    return 0; // it has ended since
  }
}

/** Bytes of memory of some processes together: what several share is counted once, by parts. */
function memoryOf(pids: number[]) {
  return pids.reduce((sum, pid) => sum + shareOf(pid), 0);
}

function shareOf(pid: number) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has ended since
  }
}

function megabytes(bytes: number) {
  return (bytes / 1024 / 1024).toFixed(0).padStart(4);
}
