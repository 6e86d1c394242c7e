import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => JSON.parse(readFileSync(new URL(`content/${name}.json`, import.meta.url), "utf8"));

test("no sentence of the demonstration writes a count of people in words: it is counted beside it", () => {
  const sentences: string[] = [
    ...read("key-points").map(({ statement }: { statement: string }) => statement),
    ...read("syntheses").flatMap((it: Record<string, { text: string }[]>) =>
      ["agreements", "debates", "minorityViews"].flatMap((kind) => it[kind] ?? []).map(({ text }) => text),
    ),
  ];
  expect(sentences.length).toBeGreaterThan(50);
  expect(sentences.filter((it) => /\p{L}+ (réponses|contributeurs|personnes|fois) sur \p{L}+/u.test(it))).toEqual([]);
});
