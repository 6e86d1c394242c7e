import { parseArgs } from "node:util";
import { buildWeb } from "../../apps/api/src/platform/server/build.ts";
import { ground, siteOn } from "../faults/ground.ts";
import { inputFor } from "../faults/senders.ts";
import { type Answer, atShare, inOpenLoop, peopleAt, readPages, responseOf, wrongIn } from "./crowd.ts";

/**
 * `npm run perf:kept -- [--readers 200] [--writes 20] [--seconds 20] [--rounds 3]`: a site of its own with the
 * demonstration, whose kept pages so many visitors ask for each second, alone, then while so many responses a second come
 * in. Prints how long pages took with and without them, and the responses; anything else than a good answer fails it.
 */
const { values } = parseArgs({
  options: {
    readers: { type: "string", default: "200" },
    writes: { type: "string", default: "20" },
    seconds: { type: "string", default: "20" },
    rounds: { type: "string", default: "3" },
  },
});
const [readers, writes, seconds, rounds] = [values.readers, values.writes, values.seconds, values.rounds].map((value) =>
  Math.min(2000, Math.max(1, Number(value) || 1)),
) as [number, number, number, number];

const data = ground();
await buildWeb();
const site = await siteOn(data.folder);
const people = peopleAt(site.port);

/** Prints how long they took; says so where some were not answered well. */
function tell(what: string, answers: Answer[]) {
  const took = answers.map(({ ms }) => ms);
  const wrong = answers.map(wrongIn).filter(Boolean);
  if (wrong.length > 0) process.exitCode = 1;
  const why = wrong[0] ? `; not answered well: ${wrong.length}, as ${wrong[0]}` : "";
  const times = [0.5, 0.9, 0.99].map((share) => String(atShare(took, share)).padStart(5)).join(" ");
  console.log(`${what.padEnd(26)} ${String(took.length).padStart(6)} ${times} ms${why}`);
}

try {
  const input = await inputFor(site.port);
  let read = 0;
  const page = () => people.ask(readPages[read++ % readPages.length]!);
  const write = () => people.ask("/graphql", responseOf(input));
  // A site that warms is slower than it will be.
  await Promise.all([inOpenLoop(readers / 4, 5, page), inOpenLoop(writes, 5, write)]);
  console.log(`${readers} pages a second, ${writes} responses a second: how many, p50, p90, p99`);
  for (let round = 0; round < rounds; round++) {
    // oxlint-disable no-await-in-loop -- one after the other, or none is measured
    tell("pages alone", await inOpenLoop(readers, seconds, page));
    const [pages, responses] = await Promise.all([
      inOpenLoop(readers, seconds, page),
      inOpenLoop(writes, seconds, write),
    ]);
    // oxlint-enable no-await-in-loop
    tell("pages while some respond", pages);
    tell("their responses", responses);
  }
} finally {
  people.leave();
  await site.stop();
  data.remove();
}
process.exit();
