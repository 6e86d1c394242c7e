import { expect, test } from "vitest";
import { contributionOf, smallInstance } from "../../../../test/rows/builders.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { testApi } from "../../../../test/site/api.ts";

const young = testApi();
const demo = seededApi();
const voicesOf = async ({ ask }: typeof demo) =>
  (await ask("{ group { voices { body passages { quote } } } }")).data.group.voices;

test("a group without a synthesis is shown by the last two texts that anybody may read", async () => {
  const { database } = young;
  const small = await smallInstance(database);
  expect(await voicesOf(young)).toEqual([]);
  for (const [body, contributedOn, status] of [
    ["Le premier.", "2026-11-02", "VISIBLE"],
    ["Le dernier.", "2026-11-05", "VISIBLE"],
    ["Celui d’avant.", "2026-11-03", "VISIBLE"],
    ["Non publié.", "2026-11-06", "UNPUBLISHED"],
    ["Retenu.", "2026-11-07", "HELD"],
  ] as const)
    await contributionOf(database, small, { body, contributedOn, status });
  expect((await voicesOf(young)).map(({ body }: { body: string }) => body)).toEqual(["Le dernier.", "Celui d’avant."]);
});

test("once a synthesis quotes words, it is by these alone", async () => {
  const voices = await voicesOf(demo);
  expect(voices.length).toBeGreaterThan(0);
  expect(voices.every(({ passages }: { passages: unknown[] }) => passages.length > 0)).toBe(true);
});
