import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { dayOf } from "../../../platform/day.ts";
import { contributionOf } from "../../../../test/rows/builders.ts";
import { writingApi } from "../../../../test/acts/writing.ts";

const the = writingApi();
const { done, refused, keyPointOf, see, write } = the;

let synthesis: { id: string; slug: string };
beforeEach(async () => {
  if (!the.small) await the.setUp();
  await the.api.database.query(
    "truncate synthesis, synthesis_version, key_point, passage, contribution, tally, text_tally, reader_tally, reading_pair, pair_tally cascade",
  );
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

test("live citations of the detail are cited by the paragraph, and what is set aside and then cited is set aside no more", async () => {
  const one = await keyPointOf("Le prix se discute.", 2);
  const other = await keyPointOf("La ferme est à côté.", 2);
  await done("setAside", { synthesisId: synthesis.id, keyPointIds: [one.id], reason: "NOT_ACTIONABLE" });
  const [passage] = other.passages;
  const detail = `Comme <keyPoint:${one.id}>, et <passage:${passage!.id.toUpperCase()}>.`;
  const { paragraph, problems } = await write(synthesis.id, { text: "On se parle.", detail });
  expect(problems).toEqual([]);
  expect(paragraph).toMatchObject({ keyPoints: [{ id: one.id }], passages: [{ id: passage!.id }] });
  const version = await underWay();
  expect(version.setAside).toEqual([]);
  expect(version.accounting).toMatchObject({ cited: 3, setAside: 0, unaccounted: 1 });
  expect(version.paragraphs[0].html).toContain(`<q><a href="/contributions/${passage!.contributionId}">`);
});

test("what cannot be cited is refused at its field: unknown ids, texts that are not published, the other side of no debate", async () => {
  const said = await keyPointOf("Le prix se discute.", 2);
  const hidden = await the.passageOf("Un texte masqué.", [said.id], { status: "HIDDEN" });
  const team = await the.passageOf("Un texte pour l’équipe.", [said.id], { status: "UNPUBLISHED" });
  const nobody = randomUUID();
  const id = randomUUID();
  const problems = async (row: object) =>
    (await write(synthesis.id, { id, text: "Un texte.", ...row })).problems.map(
      ({ code, field }: { code: string; field: string }) => `${code} ${field}`,
    );
  expect(await problems({ keyPointIds: [nobody] })).toEqual(["UNKNOWN_CHOICE keyPointIds"]);
  expect(await problems({ kind: "DEBATE", againstIds: [nobody] })).toEqual(["UNKNOWN_CHOICE againstIds"]);
  expect(await problems({ againstIds: [said.id] })).toEqual(["UNKNOWN_CHOICE againstIds"]);
  expect(await problems({ kind: "DEBATE", keyPointIds: [said.id], againstIds: [said.id] })).toEqual([
    "EXCLUSIVE_CHOICE againstIds",
  ]);
  for (const passageId of [nobody, hidden.id, team.id]) {
    expect(await problems({ passageIds: [passageId] })).toEqual(["UNKNOWN_CHOICE passageIds"]);
    expect(await problems({ detail: `Mot à mot : <passage:${passageId}>` })).toEqual(["UNKNOWN_CHOICE detail"]);
  }
  expect(await problems({ detail: `<keyPoint:${nobody}>` })).toEqual(["UNKNOWN_CHOICE detail"]);
  expect(await problems({ kind: "QUOTE", text: "" })).toEqual(["REQUIRED passageIds"]);
  expect(await problems({ text: " " })).toEqual(["REQUIRED text"]);
  expect(await problems({ text: "a".repeat(501) })).toEqual(["TOO_LONG text"]);
  expect((await underWay()).paragraphs).toEqual([]);
});

test("paragraphs come at the end of their kind, after another when that is asked, and keep one numbering", async () => {
  const of = async (kind: string, text: string, row = {}) =>
    (await write(synthesis.id, { kind, text, ...row })).paragraph.id as string;
  const debate = await of("DEBATE", "Un débat.");
  const first = await of("AGREEMENT", "Un premier accord.");
  await of("AGREEMENT", "Un autre accord.");
  const between = randomUUID();
  const row = { id: between, text: "Entre les deux.", afterId: first };
  await sentTwice(the.api.database, () => write(synthesis.id, row));
  const order = async () => (await underWay()).paragraphs.map(({ text, position }: any) => `${position} ${text}`);
  expect(await order()).toEqual(["1 Un premier accord.", "2 Entre les deux.", "3 Un autre accord.", "4 Un débat."]);
  await done("moveParagraph", { id: debate });
  expect(await order()).toEqual(["1 Un débat.", "2 Un premier accord.", "3 Entre les deux.", "4 Un autre accord."]);
  expect(await refused("removeParagraph", { id: between, edit: 9 })).toEqual(["STALE edit 1"]);
  // Sent again, it is done.
  for (let n = 0; n < 2; n++) await done("removeParagraph", { id: between, edit: 1 });
  expect(await order()).toEqual(["1 Un débat.", "2 Un premier accord.", "3 Un autre accord."]);
  expect(
    await refused("writeParagraph", {
      synthesisId: synthesis.id,
      id: between,
      edit: 1,
      kind: "AGREEMENT",
      text: "Encore.",
      keyPointIds: [],
    }),
  ).toEqual(["GONE id"]);
});

test("what stands beside the paragraphs is saved once, and conflicts by itself alone", async () => {
  const { id } = synthesis;
  const { edit } = await underWay();
  await write(id, { text: "Un paragraphe n’y change rien." });
  await done("editSynthesis", { id, edit, method: "Lu à deux.", decisions: [" Garder le mot. ", " "] }, the.team[0]);
  await done("editSynthesis", { id, edit, method: "Lu à deux.", decisions: ["Garder le mot."] }, the.team[1]);
  const answer = await the.act("editSynthesis", { id, edit, method: "Lu seul." }, the.team[1]);
  expect(answer).toMatchObject({
    problems: [{ code: "STALE", field: "edit", value: String(edit + 1) }],
    current: { edit: edit + 1 },
  });
  expect(await underWay()).toMatchObject({ method: "Lu à deux.", decisions: ["Garder le mot."] });
  expect(await refused("editSynthesis", { id, edit: edit + 1, causedByMeetings: [randomUUID()] })).toEqual([
    "UNKNOWN_CHOICE causedByMeetings",
  ]);
  expect(await refused("editSynthesis", { id, edit: edit + 1, causedByReactions: [randomUUID()] })).toEqual([
    "UNKNOWN_CHOICE causedByReactions",
  ]);
});

test("a reason is given to a whole key point or to a selection; what is cited is not left out", async () => {
  const synthesisId = synthesis.id;
  const cited = await keyPointOf("Le circuit court relie.", 3);
  const left = await keyPointOf("Il faut un logo.", 4);
  await write(synthesisId, { text: "Il relie.", keyPointIds: [cited.id] });
  expect(await refused("setAside", { synthesisId, keyPointIds: [cited.id], reason: "NOT_ACTIONABLE" })).toEqual([
    "STILL_CITED keyPointIds 1",
  ]);
  expect(
    await refused("setAside", { synthesisId, passageIds: [cited.passages[0]!.id], reason: "NOT_ACTIONABLE" }),
  ).toEqual(["STILL_CITED passageIds 1"]);
  expect(await refused("setAside", { synthesisId, passageIds: [randomUUID()], reason: "NOT_ACTIONABLE" })).toEqual([
    "UNKNOWN_CHOICE passageIds",
  ]);
  expect(await refused("setAside", { synthesisId, keyPointIds: [left.id], reason: "WITHDRAWN" })).toEqual([
    "UNKNOWN_CHOICE reason",
  ]);
  expect(await refused("setAside", { synthesisId, reason: "NOT_ACTIONABLE" })).toEqual(["REQUIRED passageIds"]);

  const { version } = await done("setAside", {
    synthesisId,
    keyPointIds: [left.id],
    reason: "NOT_ACTIONABLE",
    note: "Hors de portée.",
  });
  expect(version.accounting).toEqual({ cited: 3, setAside: 4, unaccounted: 0 });
  const [row] = (await underWay()).setAside;
  expect(row).toMatchObject({ reason: "NOT_ACTIONABLE", note: "Hors de portée.", keyPoint: { id: left.id } });
  expect(row.passages.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    left.passages.map(({ id }) => id).toSorted(),
  );
  const back = await done("bringBack", { synthesisId, ids: [row.id] });
  expect(back.version.accounting).toEqual({ cited: 3, setAside: 0, unaccounted: 4 });
  await done("bringBack", { synthesisId, ids: [row.id] });
  const selection = left.passages.slice(1).map(({ id }) => id);
  const some = await done("setAside", { synthesisId, passageIds: selection, reason: "NOTHING_TO_ADD" });
  expect(some.version.accounting).toEqual({ cited: 3, setAside: 3, unaccounted: 1 });
});

test("words left out because they are said already name the key point that says it, which is none of those left out", async () => {
  const synthesisId = synthesis.id;
  const says = await keyPointOf("Le circuit court relie.", 2);
  const left = await keyPointOf("Il rapproche.", 2);
  const why = { synthesisId, keyPointIds: [left.id], reason: "ALREADY_SAID" };
  expect(await refused("setAside", why)).toEqual(["REQUIRED saidBy"]);
  expect(await refused("setAside", { ...why, saidBy: left.id })).toEqual(["UNKNOWN_CHOICE saidBy"]);
  await done("setAside", { ...why, saidBy: says.id });
  const text = "query ($slug: String!) { synthesis(slug: $slug) { underWay { setAside { saidBy { id } } } } }";
  const saidBy = async () =>
    (await the.api.ask(text, { slug: synthesis.slug }, the.team[0])).data.synthesis.underWay.setAside;
  expect(await saidBy()).toEqual([{ saidBy: { id: says.id } }]);
  // The next version goes on from there.
  await write(synthesisId, { text: "Il relie.", keyPointIds: [says.id] });
  await the.published(synthesis);
  await done("reviseSynthesis", { id: synthesisId });
  expect(await saidBy()).toEqual([{ saidBy: { id: says.id } }]);
  // Merged into it, its words are those of the one that says them.
  await the.merge(left.id, says.id);
  expect(await saidBy()).toEqual([{ saidBy: null }]);
});

test("a merge is undone even where what said already the words that were left out was removed meanwhile", async () => {
  const synthesisId = synthesis.id;
  const [one, into] = [await keyPointOf("Il rapproche.", 2), await keyPointOf("Il relie.", 2)];
  const says = await keyPointOf("On se connaît.", 0, { state: "WORKING", statedOn: null });
  await done("setAside", { synthesisId, keyPointIds: [one.id], reason: "ALREADY_SAID", saidBy: says.id });
  await done("setAside", { synthesisId, keyPointIds: [into.id], reason: "NOTHING_TO_ADD" });
  await the.merge(one.id, into.id);
  expect(await the.asked("removeKeyPoint", { id: says.id, version: says.version })).toEqual([]);
  expect(await the.asked("unmergeKeyPoint", { id: one.id })).toEqual([]);
  const left = (await underWay()).setAside.map(({ keyPoint, reason }: any) => [keyPoint.id, reason]);
  expect(new Map(left)).toEqual(
    new Map([
      [one.id, "ALREADY_SAID"],
      [into.id, "NOTHING_TO_ADD"],
    ]),
  );
});

test("a visitor, and whoever reads for another group, sees nothing of what is missing", async () => {
  const said = await keyPointOf("Le circuit court relie.", 3);
  await write(synthesis.id, { text: "Il relie.", keyPointIds: [said.id] });
  await keyPointOf("Il faut un logo.", 2);
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 5) });
  const text = `query ($slug: String!) { synthesis(slug: $slug) { underWay {
    missing { code } unaccounted { id } citationReviews { text } accounting { unaccounted } } } }`;
  const { data } = await the.api.ask(text, { slug: synthesis.slug });
  expect(data.synthesis.underWay).toEqual({
    missing: [],
    unaccounted: [],
    citationReviews: [],
    accounting: { unaccounted: 2 },
  });
  const team = await the.api.ask(text, { slug: synthesis.slug }, the.team[0]);
  expect(team.data.synthesis.underWay.unaccounted).toHaveLength(2);
  expect(team.data.synthesis.underWay.missing.map(({ code }: { code: string }) => code)).toEqual([
    "UNACCOUNTED",
    "STILL_CIRCULATING",
  ]);
});

test("texts without an end are counted up to a hundred, and said to be more past these", async () => {
  const said = await keyPointOf("Le circuit court relie.", 3);
  await write(synthesis.id, { text: "Il relie.", keyPointIds: [said.id] });
  const { id } = await contributionOf(the.api.database, the.small, {});
  await the.api.database.query(
    `insert into contribution select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
     from contribution c, generate_series(1, 150) where c.id = $1`,
    [id],
  );
  const { missing, revision } = await underWay();
  expect(missing[0]).toEqual({ code: "TEXTS_WITHOUT_END", count: 101 });
  expect(await refused("publishSynthesis", { id: synthesis.id, revision })).toContain("TEXTS_WITHOUT_END 100+");
});
