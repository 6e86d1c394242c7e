import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../e2e/ownSite.ts";
import { type Answer, atShare, inOpenLoop, peopleAt, readPages, readQuery } from "./crowd.ts";

/**
 * `npm run perf:door`: what the site answers in a second, then four times as many requests, in an open loop: they come
 * whether or not those before were answered, each from an address of its own. Both are told by turns, and compared turn by
 * turn: what a machine does in a second changes with what else it does. Three in ten are pages that everybody reads, two in
 * ten searches that nobody made yet, three in ten a question of GraphQL, two in ten a reaction.
 * `--times 4 --seconds 10 --rounds 5`.
 */
const {
  times = "4",
  seconds = "10",
  rounds = "5",
} = Object.fromEntries(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith("--") ? [[word.slice(2), all[at + 1]!]] : [])),
) as { times?: string; seconds?: string; rounds?: string };

const port = await freePort();
const site = spawn(process.execPath, ["e2e/serve.ts"], {
  env: { ...process.env, PORT: String(port), BEHIND_PROXY: "1" },
  stdio: "ignore",
});
const people = peopleAt(port);
let asked = 0;

const react = "mutation ($input: ReactInput!) { react(input: $input) { problems { code } } }";
let proposal = "";

/** One request of the mixture. */
function one(): Promise<Answer> {
  const number = asked++;
  const kind = number % 10;
  if (kind < 3) return people.ask(readPages[number % readPages.length]!);
  if (kind < 5) return people.ask(`/contributions?q=${randomUUID().slice(0, 6)}`);
  if (kind < 8) return people.ask("/graphql", { query: readQuery });
  const input = { key: randomUUID(), subject: "PROPOSAL", subjectId: proposal, kind: "SUPPORT", text: randomUUID() };
  return people.ask("/graphql", { query: react, variables: { input } });
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

async function ready() {
  for (let waited = 0; waited < 180; waited++) {
    if ((await people.ask("/readyz")).status === 200) return;
    await sleep(1000);
  }
  throw new Error("The site did not start.");
}

/** Outcomes of requests that did not wait for each other. */
interface Crowd {
  /** Milliseconds that each good answer took, and each refusal. */
  good: number[];
  refused: number[];
  /** Refusals that do not say when to come back. */
  silent: number;
  /** Statuses of all other answers. */
  others: number[];
  /** Part of one core that asking took, from 0 to 1. */
  asking: number;
  /** Good answers beside those of the same seconds without a crowd, from 0 to 1. */
  share: number;
}

/** Asks so many a second, whether or not those before were answered. */
async function crowded(rate: number): Promise<Crowd> {
  const before = process.cpuUsage();
  const began = performance.now();
  const answers = await inOpenLoop(rate, Number(seconds), one);
  const { user, system } = process.cpuUsage(before);
  const of = (...statuses: number[]) => answers.filter(({ status }) => statuses.includes(status));
  return {
    good: of(200).map(({ ms }) => ms),
    refused: of(503).map(({ ms }) => ms),
    silent: of(503).filter(({ retryAfter }) => !retryAfter).length,
    others: answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503),
    asking: (user + system) / 1000 / (performance.now() - began),
    share: 0,
  };
}

/** Answers a second, by so many who each ask again once they are answered. */
async function answered(clients: number, forMs: number) {
  const end = performance.now() + forMs;
  let good = 0;
  const client = async () => {
    while (performance.now() < end) if ((await one()).status === 200) good += 1;
  };
  await Promise.all(Array.from({ length: clients }, client));
  return good / (forMs / 1000);
}

try {
  await ready();
  const found = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ proposal(slug: "proposition-1") { id } }' }),
  });
  proposal = ((await found.json()) as { data: { proposal: { id: string } } }).data.proposal.id;
  await answered(10, 8000);
  const whole: number[] = [];
  for (const clients of [10, 20, 40]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, or none is measured
    const each = await answered(clients, 6000);
    console.log(`${clients} at a time: ${each.toFixed(0)} good answers a second`);
    whole.push(each);
  }
  const clients = [10, 20, 40][whole.indexOf(Math.max(...whole))]!;
  const crowds: Crowd[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    // oxlint-disable no-await-in-loop -- beside each other, so that a slow moment of the machine slows both
    const before = await answered(clients, 5000);
    const crowd = await crowded(before * Number(times));
    const after = await answered(clients, 5000);
    // oxlint-enable no-await-in-loop
    crowd.share = crowd.good.length / Number(seconds) / ((before + after) / 2);
    crowds.push(crowd);
    console.log(
      `${before.toFixed(0)} and ${after.toFixed(0)} good answers a second; between them, asked ${times} times as many: ` +
        `${(crowd.good.length / Number(seconds)).toFixed(0)}, ${percent(crowd.share)}; asking took ${percent(crowd.asking)} of one core`,
    );
  }
  const shares = crowds.map(({ share }) => share).toSorted((a, b) => a - b);
  const good = crowds.flatMap((crowd) => crowd.good);
  const waits = crowds.flatMap((crowd) => crowd.refused);
  const others = crowds.flatMap((crowd) => crowd.others);
  console.log(
    `good: ${good.length}, ${percent(shares[shares.length >> 1]!)} of capacity (${percent(shares[0]!)} to ${percent(shares.at(-1)!)}); p50 ${atShare(good, 0.5)}, p99 ${atShare(good, 0.99)} ms`,
  );
  const silent = crowds.reduce((sum, crowd) => sum + crowd.silent, 0);
  console.log(
    `refused: ${waits.length}, p50 ${atShare(waits, 0.5)}, p99 ${atShare(waits, 0.99)} ms; without Retry-After: ${silent}`,
  );
  console.log(`others: ${others.length} ${[...new Set(others)].join(" ")}`);
  const over = performance.now();
  while ((await one()).status !== 200) await sleep(100);
  console.log(`back to good answers after ${Math.round(performance.now() - over)} ms`);
} finally {
  people.leave();
  site.kill("SIGTERM");
}
