import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { dayOf } from "../../platform/day.ts";
import { writingApi } from "../../../test/writing.ts";

const the = writingApi();
const { done, refused, keyPointOf, see, write } = the;

let synthesis: { id: string; slug: string };
beforeEach(async () => {
  if (!the.small) await the.setUp();
  await the.api.database.query("truncate synthesis, synthesis_version, key_point, passage, contribution cascade");
  synthesis = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
});

const underWay = async () => (await see(synthesis.slug)).underWay;

test("two people who write two paragraphs at once both succeed; on one paragraph, the second is told and loses nothing", async () => {
  const ids = [randomUUID(), randomUUID()];
  const first = await Promise.all(
    ids.map((id, at) => write(synthesis.id, { id, text: `Un paragraphe ${at}.` }, the.team[at])),
  );
  expect(first.map(({ problems, paragraph }) => [problems, paragraph.edit])).toEqual([
    [[], 1],
    [[], 1],
  ]);
  const both = await Promise.all(
    [0, 1].map((at) => write(synthesis.id, { id: ids[0], edit: 1, text: `Autrement, ${at}.` }, the.team[at])),
  );
  const [refusal] = both.filter(({ problems }) => problems.length > 0);
  expect(refusal.problems).toMatchObject([{ code: "STALE", field: "edit", value: "2" }]);
  expect(refusal.current.text).toMatch(/^Autrement, [01]\.$/);
  expect((await underWay()).paragraphs).toHaveLength(2);
});

test("a paragraph sent twice is written once", async () => {
  const row = { id: randomUUID(), text: "Une fois." };
  const [a, b] = await Promise.all([write(synthesis.id, row), write(synthesis.id, row)]);
  expect([a.problems, b.problems]).toEqual([[], []]);
  await write(synthesis.id, { ...row, edit: 1, text: "Deux fois." });
  expect((await write(synthesis.id, { ...row, edit: 1, text: "Deux fois." })).problems).toEqual([]);
  expect((await underWay()).paragraphs).toMatchObject([{ edit: 2, text: "Deux fois." }]);
});

test("published, it is frozen: no act writes in it any more", async () => {
  const said = await keyPointOf("Le circuit court relie.", 3);
  const { paragraph } = await write(synthesis.id, { text: "Il relie.", keyPointIds: [said.id] });
  await the.published(synthesis);
  const { inForce } = await see(synthesis.slug);
  expect(inForce).toMatchObject({
    state: "PUBLISHED",
    publishedAlone: false,
    accounting: { cited: 3, unaccounted: 0 },
  });
  const { id } = synthesis;
  for (const [mutation, input] of [
    ["editSynthesis", { id, edit: inForce.edit, method: "Autre." }],
    [
      "writeParagraph",
      { synthesisId: id, id: paragraph.id, edit: 1, kind: "AGREEMENT", text: "Non.", keyPointIds: [] },
    ],
    ["moveParagraph", { id: paragraph.id }],
    ["removeParagraph", { id: paragraph.id, edit: 1 }],
    ["setAside", { synthesisId: id, keyPointIds: [said.id], reason: "NOT_ACTIONABLE" }],
    ["bringBack", { synthesisId: id, ids: [randomUUID()] }],
    ["circulateSynthesis", { id, until: dayOf(new Date(), 5) }],
  ] as const)
    expect([mutation, await refused(mutation, input)]).toEqual([mutation, ["FROZEN"]]);
});
