// Measures a refusal and an acceptance: `npx node scripts/perf/checker.ts` prints microseconds for each.
import { everything } from "../../packages/schema/test/definitions.ts";
import { compile } from "../../packages/schema/src/questionnaire/check.ts";

const check = compile(everything);
const good = {
  where: "DEPARTMENT:29",
  sector: "ENERGY",
  name: "Coopérative",
  story: "Un circuit court, c’est quand je connais les gens qui mangent mes légumes. ".repeat(4).trim(),
  seen: ["A", "B"],
  weight: 3,
  criteria: { NEAR: "2", FAIR: "0" },
  order: ["Z", "X"],
  people: 12,
  since: "2012-06-20",
  as: "ASSOCIATION",
  members: 40,
};
const received: Record<string, unknown> = {
  "accepted whole": good,
  "unknown choice": { ...good, sector: "NUCLEAR" },
  "object for a text": { ...good, story: { toString: "x" } },
  "unknown row": { ...good, criteria: { FAR: "1" } },
  "ranked twice": { ...good, order: ["X", "X"] },
  "unknown question": { ...good, salary: 3 },
  "text of 1 MB": { ...good, story: "é".repeat(1_000_000) },
  "10,000 keys": Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 1])),
};

for (const [name, answers] of Object.entries(received)) {
  const refused = check(answers).problems.length > 0;
  if (refused === (answers === good)) throw new Error(`${name}: not what was expected`);
  const rounds = 20_000;
  for (let round = 0; round < rounds / 10; round++) check(answers);
  const started = performance.now();
  for (let round = 0; round < rounds; round++) check(answers);
  console.log(`${(((performance.now() - started) / rounds) * 1000).toFixed(1).padStart(7)} µs  ${name}`);
}
