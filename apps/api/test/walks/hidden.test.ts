import { beforeAll, expect, test } from "vitest";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { everyRow } from "./everyRow.ts";
import { around, hiddenWord, hiding, maskedWord, quoted } from "./hiding.ts";
import { holderOf } from "../site/people.ts";
import { type ToldField, walk } from "./walk.ts";

const api = walkedApi();
const texts = hiding(api);
let team: Viewer;
beforeAll(async () => {
  team = await holderOf(api.database, "RAPPORTEUR");
});

/** All that a viewer reads, by any path of the schema, their own receipt and the desk of moderators left out. */
const readBy = async (viewer: Viewer, how = {}) =>
  (await walk(api.database, viewer, await everyRow(api.database, ["zinzolin"]), how)).told;
/** Paths on which a word stands. */
const pathsOf = (told: ToldField[], word: RegExp) => [
  ...new Set(told.filter(({ value }) => word.test(String(value))).map(({ path }) => path)),
];
/** Pages as read before, while texts are hidden and a word is masked, and once the hidden are back. */
let before: ToldField[];
let during: { visitor: ToldField[]; team: ToldField[] };
let back: ToldField[];

test("what a moderator hides leaves every page, path and search at once; its author reads it, and it comes back", async () => {
  const search = async () =>
    (await api.ask(`{ contributions(filter: { search: "zinzolin" }) { nodes { id } } }`)).data.contributions.nodes;
  const own = async () =>
    (await api.ask(`{ receipt(code: "${texts.code}") { contributions { body } rulings { outcome reason } } }`)).data
      .receipt;
  before = await readBy(visitor);
  expect(pathsOf(before, hiddenWord).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);

  const undo = await texts.hide();
  during = { visitor: await readBy(visitor, { asTold: true }), team: await readBy(team) };
  expect(pathsOf(during.visitor, hiddenWord)).toEqual([]);
  // Those who keep documents, judge sheets of initiatives and answer reactions read what was hidden there.
  expect(pathsOf(during.team, hiddenWord).toSorted()).toEqual([
    "curations.items.nodes.text",
    "document.attribution",
    "document.purpose",
    "document.title",
    "initiative.summary",
    "matters.nodes.excerpt",
  ]);
  expect(await search()).toEqual([]);
  expect(await own()).toMatchObject({
    contributions: [{ body: quoted }],
    rulings: [{ outcome: "HIDDEN", reason: "INSULT" }],
  });

  await undo();
  back = await readBy(visitor);
  expect(pathsOf(back, hiddenWord).length).toBeGreaterThan(5);
  expect((await search()).length).toBeGreaterThan(0);
}, 240_000);

test("words that are masked in a text leave every path that quotes it at once, and the rest stays", () => {
  expect(pathsOf(before, maskedWord).length).toBeGreaterThan(5);
  // Those who keep a document read what was masked there, so that they may say why it should not be.
  for (const [told, kept] of [
    [during.visitor, []],
    [during.team, ["documents.ruling.former.text"]],
    [back, []],
  ] as const) {
    expect(pathsOf(told, maskedWord)).toEqual(kept);
    expect(pathsOf(told, around).length).toBeGreaterThan(5);
  }
});
