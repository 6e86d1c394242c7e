import { availableParallelism, loadavg } from "node:os";
import type { Manner } from "../../apps/api/test/site/proxy.ts";
import { buildWeb } from "../../apps/api/src/platform/server/build.ts";
import { full } from "./disk.ts";
import { ground } from "./ground.ts";
import { kills, stops } from "./kills.ts";
import { mutants } from "./mutants.ts";
import { wires } from "./wires.ts";

/**
 * `npm run faults`: people send answers, each again with its key until it is acknowledged, while the site and its database
 * are killed, told to stop, parted from one another and left without a disk. Prints what was lost and doubled of all
 * that was acknowledged, and how long each fault was felt. On the loopback, on data of its own that goes with it, as
 * `npm start` keeps a site; six to twelve minutes, as the machine is quick. At the end it is broken on purpose, which must
 * be found. `--short`: a few of them, once, whatever the time they take.
 * `--acknowledged 20000 --clients 16`.
 */
const words = process.argv.slice(2);
const given = (name: string, otherwise: number) => Number(words[words.indexOf(`--${name}`) + 1] || otherwise);
const has = (name: string) => words.includes(`--${name}`);
const short = has("short");
const clients = has("clients") ? given("clients", 16) : short ? 4 : 16;
const asked = has("acknowledged") ? given("acknowledged", 20_000) : short ? 120 : 20_000;

const broken: string[] = [];
const seconds = (ms: number) => (ms / 1000).toFixed(1);
const longest = (all: number[]) => Math.max(0, ...all);

/** Prints a line, and keeps what it breaks of what is promised. */
function tell(name: string, line: string, promises: Record<string, boolean>) {
  const not = Object.entries(promises).flatMap(([promise, held]) => (held ? [] : [promise]));
  console.log(`${name}: ${line}${not.length > 0 ? ` — NOT: ${not.join("; ")}` : ""}`);
  broken.push(...not.map((promise) => `${name}: ${promise}`));
}
const kept = ({ lost, doubled }: { lost: number; doubled: number }) => ({
  "nothing lost": lost === 0,
  "nothing doubled": doubled === 0,
});
const counted = (it: { acknowledged: number; lost: number; doubled: number }) =>
  `${it.acknowledged} acknowledged, ${it.lost} lost, ${it.doubled} doubled`;
const only = (others: string[]) => ({ [`no other answer than 503 (${others.join(", ")})`]: others.length === 0 });

await buildWeb();
const began = performance.now();
const data = ground();
let total = { acknowledged: 0, lost: 0, doubled: 0 };
const add = (it: typeof total) => {
  total = {
    acknowledged: total.acknowledged + it.acknowledged,
    lost: total.lost + it.lost,
    doubled: total.doubled + it.doubled,
  };
};
try {
  console.log(
    `${clients} people at a time, ${availableParallelism()} processors, load ${loadavg()
      .map((it) => it.toFixed(1))
      .join(" ")}`,
  );
  const rounds = short ? 1 : 5;
  const killed = await kills(data.folder, { rounds, acknowledged: asked, clients, most: 600_000 });
  add(killed);
  tell(
    `kill -9 of the site and of PostgreSQL, ${rounds} times each`,
    `${counted(killed)}; back after ${killed.site.map(seconds).join(" ")} s, and ${killed.database.map(seconds).join(" ")} s`,
    {
      ...kept(killed),
      ...only(killed.others),
      [`${asked} acknowledged`]: killed.acknowledged >= asked,
      "the site in 5 s": short || longest(killed.site) <= 5000,
      "PostgreSQL in 10 s": short || longest(killed.database) <= 10_000,
    },
  );
  if (!short) {
    const stopped = await stops(data.folder, { rounds: 3, clients });
    add(stopped);
    tell(
      `SIGTERM while people send, ${stopped.took.length} times`,
      `${counted(stopped)}; ${stopped.cuts} cut; stopped in ${stopped.took.map(seconds).join(" ")} s`,
      { ...kept(stopped), "no request cut": stopped.cuts === 0, "10 s": longest(stopped.took) <= 10_000 },
    );
  }
  const manners: Manner[] = short ? ["mute"] : ["cut", "silent", "mute", "slow", "torn"];
  for (const it of await wires(data.folder, manners, { each: short ? 4000 : 6000, clients })) {
    add(it);
    tell(
      `the wire to the database ${it.manner}`,
      `${counted(it)}; slowest answer ${seconds(it.slowest)} s, back after ${seconds(it.back)} s; lives ${it.lives.join(" ")}, ready ${it.ready.join(" ")}`,
      {
        ...kept(it),
        ...only(it.others),
        "an answer in 4 s": short || it.slowest <= 4500,
        "back in 2 s": short || it.back <= 2000,
        "it lives": it.lives.every((status) => status === 200),
        "it says that it is not ready": /slow|torn/.test(it.manner) || it.ready.includes(503),
      },
    );
  }
  const filled = short ? null : await full(clients);
  if (filled) {
    add(filled);
    tell(
      "the disk full",
      `${counted(filled)}; ${filled.refused} refused, the slowest in ${seconds(filled.slowest)} s; back after ${seconds(filled.back)} s`,
      {
        ...kept(filled),
        ...only(filled.others),
        "it was full": filled.refused > 0,
        "back in 5 s": filled.back <= 5000,
      },
    );
  } else if (!short) console.log("the disk full: left out, for it takes Linux, root and unshare");
  tell("in all", counted(total), kept(total));
  const { lossy, forgetful } = await mutants(data.folder, clients);
  tell("broken: a database that acknowledges too soon", counted(lossy), { "the loss is found": lossy.lost > 0 });
  tell("broken: another key at each try", counted(forgetful), { "doubles are found": forgetful.doubled > 0 });
} finally {
  data.remove();
}
console.log(`${seconds(performance.now() - began)} s`);
if (broken.length > 0) console.log(`Not held:\n  ${broken.join("\n  ")}`);
process.exit(broken.length > 0 ? 1 : 0);
