/** Sentences of refusals are shared by all that a visit loads: two for one code, and the page read before says which is told. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problemSentence } from "./problems.ts";
import { saidAs } from "./saidAs.ts";

const root = join(import.meta.dirname, "..");
const components = globSync("**/*.{ts,tsx}", { cwd: root }).filter((file) => !file.includes(".generated."));

test("a code has one sentence, whatever was read before", () => {
  const sentences = new Map<string, Set<string>>();
  for (const file of components)
    for (const [, block] of readFileSync(join(root, file), "utf8").matchAll(/\balsoSay\(\{([^]*?)\n?\s*\}/g))
      for (const [, code, words] of block!.matchAll(/\b([A-Z_]+):\s*(m\.\w+|\(\{ value \}\) =>[^\n]*)/g))
        sentences.set(code!, (sentences.get(code!) ?? new Set()).add(words!));
  expect(sentences.size).toBeGreaterThan(50);
  expect([...sentences].filter(([, words]) => words.size > 1).map(([code, words]) => [code, ...words])).toEqual([]);
});

test("an act that has words of its own says them, and leaves others as they are", () => {
  const problems = ["STALE", "REQUIRED"].map((code) => ({ code: code as "STALE", field: null }));
  const [own, other] = saidAs(problems, { STALE: () => "à relire" }).map(problemSentence);
  expect([own, other]).toEqual(["à relire", problemSentence(problems[1]!)]);
});
