import { beforeAll, expect, test } from "vitest";
import type { SynthesisSource } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { writingApi } from "../../../../test/acts/writing.ts";

const the = writingApi();
const { done, keyPointOf } = the;

interface Words {
  passage: { id: string; quote: string };
  keyPointIds: string[];
}

let synthesis: { id: string; slug: string };
let many: { id: string };
let few: { id: string; passages: { id: string }[] };
beforeAll(async () => {
  await the.setUp();
  synthesis = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
  many = await keyPointOf("Le circuit court relie.", 45);
  few = await keyPointOf("La halle rapproche.", 3);
  await the.passageOf("Le circuit court et la halle.", [many.id, few.id]);
});

const types = "$keyPoint: ID, $search: String, $toPlace: Boolean, $first: Int, $after: ID";
const args = "keyPoint: $keyPoint, search: $search, toPlace: $toPlace, first: $first, after: $after";

async function ask(variables: object = {}, viewer: Viewer | undefined = the.team[0]) {
  const text = `query ($slug: String!, ${types}) { synthesis(slug: $slug) { underWay {
    sources { keyPointId passages toPlace } words(${args}) { passage { id quote } keyPointIds } } } }`;
  const { data, errors } = await the.api.ask(text, { slug: synthesis.slug, ...variables }, viewer);
  expect(errors).toBeUndefined();
  return data.synthesis?.underWay as { sources: SynthesisSource[]; words: Words[] } | null;
}
const words = async (variables: object = {}) => (await ask(variables))!.words;
const sources = async () => (await ask({ first: 0 }))!.sources;

test("words of a key point come so many at a time, each once, in one order", async () => {
  const seen: Words[] = [];
  for (let page = await words({ keyPoint: many.id }); page.length > 0;) {
    expect(page.length).toBeLessThanOrEqual(20);
    seen.push(...page);
    page = await words({ keyPoint: many.id, after: page.at(-1)!.passage.id });
  }
  expect(new Set(seen.map(({ passage }) => passage.id)).size).toBe(46);
  expect(seen).toHaveLength(46);
  expect(seen.every(({ keyPointIds }) => keyPointIds.includes(many.id))).toBe(true);
  expect(await words({ first: 1000 })).toHaveLength(49);
});

test("words are found by what they say, and each tells all the key points that it says", async () => {
  const found = await words({ search: "halle" });
  expect(found).toHaveLength(4);
  expect(found.filter(({ keyPointIds }) => keyPointIds.length === 2)).toHaveLength(1);
  expect(await words({ search: "zyxwvu" })).toEqual([]);
  for (const id of ["nobody", "00000000-0000-0000-0000-000000000000"])
    expect(await words({ keyPoint: id })).toEqual([]);
});

test("key points are told with the words they hold and those to place, which go as they are cited or left out", async () => {
  const whole = [
    { keyPointId: many.id, passages: 46, toPlace: 46 },
    { keyPointId: few.id, passages: 4, toPlace: 4 },
  ];
  expect(await sources()).toEqual(whole);
  const { paragraph } = await the.write(synthesis.id, { text: "Il relie.", keyPointIds: [many.id] });
  expect(await sources()).toEqual([
    { ...whole[0], toPlace: 0 },
    { ...whole[1], toPlace: 3 },
  ]);
  const [left] = few.passages;
  await done("setAside", { synthesisId: synthesis.id, passageIds: [left!.id], reason: "NOT_ACTIONABLE" });
  expect((await sources())[1]).toEqual({ ...whole[1], toPlace: 2 });
  const placing = (await words({ toPlace: true })).map(({ passage }) => passage.id);
  expect(new Set(placing)).toEqual(new Set(few.passages.slice(1).map(({ id }) => id)));
  await done("removeParagraph", { id: paragraph.id, edit: paragraph.edit });
  expect((await sources())[0]).toEqual(whole[0]);
});

test("key points come sixty at a time, those that most people say first, and are found by their words, or those that they hold", async () => {
  const { database } = the.api;
  await database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select objective_id, 500 + n, 'Le dépôt numéro ' || n, 'FINDING', 'WORKING', true from key_point, generate_series(1, 70) n
     where key_point.id = $1`,
    [few.id],
  );
  const found = async (asked: string) => {
    const text = `query ($slug: String!) { synthesis(slug: $slug) { underWay { sources${asked} { keyPoint { sentence } } } } }`;
    const { data, errors } = await the.api.ask(text, { slug: synthesis.slug }, the.team[0]);
    expect(errors).toBeUndefined();
    const those: { keyPoint: { sentence: string } }[] = data.synthesis.underWay.sources;
    return those.map(({ keyPoint }) => keyPoint.sentence);
  };
  const told = await found("");
  expect([told.length, told[0], told[1]]).toEqual([60, "Le circuit court relie.", "La halle rapproche."]);
  expect(await found("(first: 1000)")).toHaveLength(72);
  expect(await found('(search: "DEPOT numero 7")')).toEqual(["Le dépôt numéro 7", "Le dépôt numéro 70"]);
  // Words that both hold, which neither says in its sentence alone.
  expect(await found('(search: "circuit")')).toEqual(["Le circuit court relie.", "La halle rapproche."]);
  expect(await found('(search: "100 %")')).toEqual([]);
  expect(await found("(toPlace: true)")).toEqual(["Le circuit court relie.", "La halle rapproche."]);
  const { paragraph } = await the.write(synthesis.id, { text: "Il relie.", keyPointIds: [many.id] });
  expect(await found("(notCited: true, first: 1)")).toEqual(["La halle rapproche."]);
  expect(await found("(toPlace: true)")).toEqual(["La halle rapproche."]);
  await done("removeParagraph", { id: paragraph.id, edit: paragraph.edit });
  await database.query("delete from key_point where number > 500");
});

test("nobody but the team is told of them", async () => {
  await the.write(synthesis.id, { text: "Elle rapproche.", keyPointIds: [few.id] });
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 3) });
  expect(await ask({}, visitor)).toEqual({ sources: [], words: [] });
});

test("what a version cites is hashed once for all the key points that it is written from", async () => {
  const text = (await statementsOf(sources)).find((each) => each.includes('as "toPlace"'))!;
  const rows = await the.api.database.query<{ "QUERY PLAN": string }[]>(`explain (generic_plan) ${text}`);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  // With the version of each row in a condition of its own, the hash would be made anew for each of them.
  expect(plan).toMatch(/CTE Scan on cited x/);
  expect(plan).not.toMatch(/CTE Scan on cited x.*\n *Filter: .*v\.id/);
});
