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

test("a synthesis that quotes no words shows those of its first key points", async () => {
  await demo.database.query("update synthesis_paragraph set kind = 'HIGHLIGHT' where kind = 'QUOTE'");
  const [{ cited }] = await demo.database.query(
    `select array_agg(q.quote) as cited from citation l join synthesis_paragraph p on p.id = l.paragraph_id
     join key_point_passage k on k.key_point_id = l.key_point_id join passage q on q.id = k.passage_id`,
  );
  const voices = await voicesOf(demo);
  expect(voices.length).toBeGreaterThan(2);
  for (const { passages } of voices)
    expect(passages.some(({ quote }: { quote: string }) => cited.includes(quote))).toBe(true);
});
