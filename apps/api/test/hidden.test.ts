import { beforeAll, expect, test } from "vitest";
import { type Viewer, visitor } from "../src/platform/viewer.ts";
import { walkedApi } from "./demo.ts";
import { everyRow } from "./everyRow.ts";
import { heldTexts } from "./held.ts";
import { holderOf } from "./people.ts";
import { taken } from "./taken.ts";
import { type ToldField, walk } from "./walk.ts";
import { citedInSynthesis } from "./cited.ts";
import { uniqueWord } from "./uniqueWord.ts";

const api = walkedApi();
const { act, ways, respond } = heldTexts(api);
const canary = /zinzolin/i;
const quoted = "Le zinzolin relie les voisins du quai, au numéro Kilimandjaro.";
let moderator: Viewer;
let team: Viewer;
let code: string;
/** The ids of one text of each kind, with its kind. */
const texts: { kind: string; textId: string }[] = [];

/** All that a viewer reads, by any path of the schema, their own receipt and the desk of moderators left out. */
const readBy = async (viewer: Viewer) =>
  (await walk(api.database, viewer, await everyRow(api.database, ["zinzolin"]))).told;
/** Paths on which a word stands. */
const pathsOf = (told: ToldField[], word: RegExp) => [
  ...new Set(told.filter(({ value }) => word.test(String(value))).map(({ path }) => path)),
];
const toldTo = async (viewer: Viewer, word = canary) => pathsOf(await readBy(viewer), word);
/** What a visitor reads once all that was hidden has come back. */
let back: ToldField[];
const heldIn = async () =>
  (await taken(api.database, [])).filter(({ content }) => canary.test(content)).map(({ path }) => path);

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
  // Cited by each version of a published synthesis, in a paragraph of words and in a quotation.
  const passageId = await citedInSynthesis(api.database, textId, quoted);
  await api.database.query(
    `insert into key_point_passage (key_point_id, passage_id) select k.id, $1 from key_point k
     join objective o on o.id = k.objective_id where o.slug = 'objectif-1' order by k.number limit 1`,
    [passageId],
  );
});

test("what a moderator hides leaves every page, path, search and file at once; its author reads it, and it comes back", async () => {
  const search = async () =>
    (await api.ask(`{ contributions(filter: { search: "zinzolin" }) { nodes { id } } }`)).data.contributions.nodes;
  const own = async () =>
    (await api.ask(`{ receipt(code: "${code}") { contributions { body } rulings { outcome reason } } }`)).data.receipt;
  expect((await toldTo(visitor)).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);

  // Reported, then hidden in one act.
  for (const { kind, textId } of texts) await act("reportText", { kind, textId, reason: "INSULT" }, "");
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id kind version } } } }", {}, moderator);
  const read = texts.map(({ kind, textId }) => {
    const { version } = data.moderationDesk.held.nodes.find(({ id }: any) => id === `${kind}:${textId}`);
    return { kind, textId, version };
  });
  const { rulings } = await act(
    "ruleTexts",
    { texts: read, outcome: "HIDDEN", reason: "INSULT" },
    "rulings { id }",
    moderator,
  );
  expect(rulings).toHaveLength(texts.length);

  expect(await toldTo(visitor)).toEqual([]);
  // Those who keep documents and judge sheets of initiatives read what was hidden there.
  expect(await toldTo(team)).toEqual([
    "document.title",
    "document.purpose",
    "document.attribution",
    "initiative.summary",
  ]);
  expect(await search()).toEqual([]);
  expect(await heldIn()).toEqual([]);
  expect(await own()).toMatchObject({
    contributions: [{ body: quoted }],
    rulings: [{ outcome: "HIDDEN", reason: "INSULT" }],
  });

  await act("undoRuling", { id: rulings[0].id, batch: true }, "", moderator);
  back = await readBy(visitor);
  expect(pathsOf(back, canary).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);
}, 240_000);

test("words that are masked in a text leave every path and file that quotes it at once, and the rest stays", async () => {
  const { kind, textId } = texts[0]!;
  const number = /kilimandjaro/i;
  expect(pathsOf(back, number).length).toBeGreaterThan(5);
  await act("reportText", { kind, textId, reason: "PERSON" }, "");
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id version } } } }", {}, moderator);
  const { version } = data.moderationDesk.held.nodes.find(({ id }: any) => id === `${kind}:${textId}`);
  const start = quoted.indexOf("Kilimandjaro");
  const masks = [{ part: "body", start, end: start + "Kilimandjaro".length }];
  const ruled = await act(
    "ruleText",
    { kind, textId, version, outcome: "MASKED", reason: "CONTACT", masks },
    "",
    moderator,
  );
  expect(ruled.problems).toEqual([]);
  for (const viewer of [visitor, team]) expect(await toldTo(viewer, number)).toEqual([]);
  const files = await taken(api.database, []);
  // Those that held nothing of what was hidden hold it again, so that their silence told something.
  expect(files.filter(({ content }) => canary.test(content)).length).toBeGreaterThan(5);
  expect(files.filter(({ content }) => number.test(content)).map(({ path }) => path)).toEqual([]);
  expect(
    files.filter(({ content }) => content.includes("relie les voisins du quai, au numéro")).length,
  ).toBeGreaterThan(5);
}, 240_000);
