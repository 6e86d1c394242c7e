import { beforeAll, expect, test } from "vitest";
import { type Viewer, visitor } from "../src/platform/viewer.ts";
import { walkedApi } from "./demo.ts";
import { everyRow } from "./everyRow.ts";
import { heldTexts } from "./held.ts";
import { holderOf } from "./people.ts";
import { type Taken, taken } from "./taken.ts";
import { type ToldField, walk } from "./walk.ts";
import { citedInSynthesis } from "./cited.ts";
import { uniqueWord } from "./uniqueWord.ts";

const api = walkedApi();
const { act, ways, respond } = heldTexts(api);
const canary = /zinzolin/i;
const quoted = "Le zinzolin relie les voisins du quai.";
/** Words of another text, cited where that one is: the last one is masked. */
const numbered = "La passerelle relie les voisins du quai, au numéro Kilimandjaro.";
const number = /kilimandjaro/i;
const around = /relie les voisins du quai, au numéro/;
let moderator: Viewer;
let team: Viewer;
let code: string;
let masked: string;
/** The ids of one text of each kind, with its kind. */
const texts: { kind: string; textId: string }[] = [];

/** All that a viewer reads, by any path of the schema, their own receipt and the desk of moderators left out. */
const readBy = async (viewer: Viewer) =>
  (await walk(api.database, viewer, await everyRow(api.database, ["zinzolin"]))).told;
/** Paths on which a word stands. */
const pathsOf = (told: ToldField[], word: RegExp) => [
  ...new Set(told.filter(({ value }) => word.test(String(value))).map(({ path }) => path)),
];
/** What is told, and what files hold: before, while texts are hidden and a word is masked, and once the hidden are back. */
let before: ToldField[];
let during: { visitor: ToldField[]; team: ToldField[]; files: Taken[] };
let back: { visitor: ToldField[]; files: Taken[] };
const filesOf = (files: Taken[], word: RegExp) =>
  files.filter(({ content }) => word.test(content)).map(({ path }) => path);

beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  team = await holderOf(api.database, "RAPPORTEUR");
  const receipt = await respond({ "4.2": quoted });
  ({ code } = receipt);
  const textId = receipt.contributions[0]!.id;
  texts.push({ kind: "CONTRIBUTION", textId });
  for (const kind of Object.keys(ways) as (keyof typeof ways)[])
    if (kind !== "CONTRIBUTION")
      texts.push({ kind, textId: (await ways[kind](`Un zinzolin du quai ${uniqueWord()}.`)).id });
  const [document] = await api.database.query(
    `insert into document (slug, group_id, kind, title, purpose, attribution, version, published_on, sections)
     select $1, id, 'FILE', 'Un plan en zinzolin', 'Un zinzolin du quai.', 'Zinzolin', 1, now(), '[]'
     from working_group where slug = 'circuits-courts' returning id`,
    [uniqueWord()],
  );
  texts.push({ kind: "DOCUMENT", textId: document.id });
  const other = await respond({ "4.2": numbered });
  masked = other.contributions[0]!.id;
  // Cited by each version of a published synthesis, in a paragraph of words and in a quotation.
  for (const [id, words] of [
    [textId, quoted],
    [masked, numbered],
  ] as const) {
    const passageId = await citedInSynthesis(api.database, id, words);
    await api.database.query(
      `insert into key_point_passage (key_point_id, passage_id) select k.id, $1 from key_point k
       join objective o on o.id = k.objective_id where o.slug = 'objectif-1' order by k.number limit 1`,
      [passageId],
    );
  }
});

test("what a moderator hides leaves every page, path, search and file at once; its author reads it, and it comes back", async () => {
  const search = async () =>
    (await api.ask(`{ contributions(filter: { search: "zinzolin" }) { nodes { id } } }`)).data.contributions.nodes;
  const own = async () =>
    (await api.ask(`{ receipt(code: "${code}") { contributions { body } rulings { outcome reason } } }`)).data.receipt;
  before = await readBy(visitor);
  expect(pathsOf(before, canary).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);

  // Reported, then hidden in one act; of another text a word is masked.
  for (const { kind, textId } of texts) await act("reportText", { kind, textId, reason: "INSULT" }, "");
  await act("reportText", { kind: "CONTRIBUTION", textId: masked, reason: "PERSON" }, "");
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id kind version } } } }", {}, moderator);
  const read = [...texts, { kind: "CONTRIBUTION", textId: masked }].map(({ kind, textId }) => {
    const { version } = data.moderationDesk.held.nodes.find(({ id }: any) => id === `${kind}:${textId}`);
    return { kind, textId, version };
  });
  const { rulings } = await act(
    "ruleTexts",
    { texts: read.slice(0, -1), outcome: "HIDDEN", reason: "INSULT" },
    "rulings { id }",
    moderator,
  );
  expect(rulings).toHaveLength(texts.length);
  const start = numbered.indexOf("Kilimandjaro");
  const masks = [{ part: "body", start, end: start + "Kilimandjaro".length }];
  const ruled = await act("ruleText", { ...read.at(-1), outcome: "MASKED", reason: "CONTACT", masks }, "", moderator);
  expect(ruled.problems).toEqual([]);

  during = { visitor: await readBy(visitor), team: await readBy(team), files: await taken(api.database, []) };
  expect(pathsOf(during.visitor, canary)).toEqual([]);
  // Those who keep documents and judge sheets of initiatives read what was hidden there.
  expect(pathsOf(during.team, canary)).toEqual([
    "document.title",
    "document.purpose",
    "document.attribution",
    "initiative.summary",
  ]);
  expect(await search()).toEqual([]);
  expect(filesOf(during.files, canary)).toEqual([]);
  expect(await own()).toMatchObject({
    contributions: [{ body: quoted }],
    rulings: [{ outcome: "HIDDEN", reason: "INSULT" }],
  });

  await act("undoRuling", { id: rulings[0].id, batch: true }, "", moderator);
  back = { visitor: await readBy(visitor), files: await taken(api.database, []) };
  expect(pathsOf(back.visitor, canary).length).toBeGreaterThan(5);
  // Files that held nothing of what was hidden hold it again, so that their silence told something.
  expect(filesOf(back.files, canary).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);
}, 240_000);

test("words that are masked in a text leave every path and file that quotes it at once, and the rest stays", () => {
  expect(pathsOf(before, number).length).toBeGreaterThan(5);
  for (const told of [during.visitor, during.team, back.visitor]) {
    expect(pathsOf(told, number)).toEqual([]);
    expect(pathsOf(told, around).length).toBeGreaterThan(5);
  }
  for (const { files } of [during, back]) {
    expect(filesOf(files, number)).toEqual([]);
    expect(filesOf(files, around).length).toBeGreaterThan(5);
  }
});
