import { beforeAll, describe, expect, test } from "vitest";
import { rowsCounted } from "../../../../test/acts/again.ts";
import { testApi } from "../../../../test/site/api.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { seedEmpty, seedEmptyFor } from "../../../seed/empty.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { acting } from "../../../../test/acts/acting.ts";

const fresh = testApi();
const inUse = seededApi();
let admin: Viewer;
let there: Viewer;
beforeAll(async () => {
  await seedEmptyFor(fresh.database, "admin@example.org");
  admin = await holderOf(fresh.database, "ADMINISTRATOR");
  there = await holderOf(inUse.database, "ADMINISTRATOR");
});

const desk = "{ items { id label labelEn axisId retired used } axes { id label } }";

function deskOf(api: typeof fresh, viewer: () => Viewer) {
  const act = acting(api, "code field value");
  return {
    async items(list: string): Promise<Record<string, any>[]> {
      return (await api.ask(`{ listDesk(list: ${list}) ${desk} }`, {}, viewer())).data.listDesk.items;
    },
    act: (
      name: string,
      input: object,
    ): Promise<{ problems: object[]; desk: { items: Record<string, any>[]; axes: object[] } }> =>
      act(name, input, `desk ${desk}`, viewer()),
  };
}
const empty = deskOf(fresh, () => admin);
const used = deskOf(inUse, () => there);
const lists = ["AXIS", "THEME", "SECTOR", "ORGANISATION_TYPE", "CRITERION", "LEVER_TYPE", "INTERLOCUTOR_CATEGORY"];

test("each list is proposed, and none of it is in use before anybody began", async () => {
  for (const list of lists.filter((one) => one !== "AXIS")) {
    const items = await empty.items(list);
    expect([list, items.length > 2, items.some((item) => item["used"])]).toEqual([list, true, false]);
  }
  expect(await empty.items("AXIS")).toHaveLength(4);
});

test("where the site speaks English alone its axes, themes and templates are in English, but for what somebody reworded", async () => {
  const labels = async () => (await Promise.all(["AXIS", "THEME"].map(empty.items))).flat().map(({ label }) => label);
  const speak = async (languages: string) => {
    const { version } = (await fresh.ask("{ instance { version } }")).data.instance;
    const said = `mutation { editInstance(input: { version: ${version}, fields: { name: "Les Semeurs",
      languages: ${languages} } }) { problems { code } } }`;
    expect((await fresh.ask(said, {}, admin)).data.editInstance.problems).toEqual([]);
    return labels();
  };
  const templates = async () =>
    (await fresh.ask("{ documents { title purpose audience duration sections { label help } } }")).data.documents;
  const wordsOf = (it: unknown): string[] =>
    typeof it === "string" ? [it] : Object.values(it ?? {}).flatMap((one) => wordsOf(one));
  const french = await labels();
  const inFrench = await templates();
  const [{ id }] = (await empty.items("AXIS")) as [{ id: string }];
  await empty.act("writeListItem", { list: "AXIS", id, was: french[0], label: "Faire ensemble" });
  const english = await speak("ENGLISH");
  expect(english).toHaveLength(french.length);
  expect(english.filter((label) => french.includes(label))).toEqual([]);
  expect(english.slice(0, 2)).toEqual(["Faire ensemble", "Fund"]);
  expect(english).toContain("Short supply chains, in the broad sense");
  const inEnglish = wordsOf(await templates());
  expect(inEnglish).toHaveLength(wordsOf(inFrench).length);
  expect(inEnglish.filter((said) => /[àâçéèêëîïôùûœ«»]|\b(?:le|les|une|des|est)\b/i.test(said))).toEqual([]);
  await empty.act("writeListItem", { list: "AXIS", id, was: "Faire ensemble", label: french[0] });
  expect(await speak("BOTH")).toEqual(french);
  expect(await templates()).toEqual(inFrench);
});

test("only those who run the instance see the desk of the lists", async () => {
  const visitor = viewerOf(
    { id: await personWith(fresh.database, ["RAPPORTEUR"]), displayName: "", language: "fr" },
    [],
  );
  expect((await fresh.ask(`{ listDesk(list: SECTOR) ${desk} }`, {}, visitor)).data.listDesk).toBeNull();
});

describe.each(["SECTOR", "INTERLOCUTOR_CATEGORY", "AXIS", "THEME"])("the list of %s", (list) => {
  test("takes one more, words it again, moves it, retires it, offers it again, deletes it", async () => {
    const before = await empty.items(list);
    const axisId = list === "THEME" ? before[0]!["axisId"] : null;
    const more = { list, label: "Réparation & remploi", labelEn: "Repair", axisId };
    const added = await empty.act("writeListItem", more);
    // Twice is once, here and below.
    expect([added.problems, await empty.act("writeListItem", more)]).toEqual([[], added]);
    const made = added.desk.items.find(({ label }) => label === "Réparation & remploi")!;
    const words = { list, id: made["id"], was: made["label"], label: "Réparer", axisId };
    for (let n = 0; n < 2; n++) expect((await empty.act("writeListItem", words)).problems).toEqual([]);
    // A writer who read the former words is told.
    const others = await empty.act("writeListItem", { ...words, label: "Recoudre" });
    expect(others.problems).toMatchObject([{ code: "STALE", field: "label" }]);

    const place = (items: Record<string, any>[]) => items.findIndex(({ id }) => id === made["id"]);
    const at = place(await empty.items(list));
    const beside = (await empty.items(list)).filter((item) => item["axisId"] === axisId);
    // The word that stands for all others keeps its place, after them.
    const last = beside.filter(({ id }) => id !== "OTHER").length;
    const move = async (to: object) =>
      place((await empty.act("moveListItem", { list, id: made["id"], ...to })).desk.items);
    // The words of the former version still move it by one.
    for (const to of [last - 1, last - 1, 1, last, last + 1])
      expect(await move({ to })).toBe(at - last + Math.min(to, last));
    expect([await move({ up: true }), await move({ up: false })]).toEqual([at - 1, at]);
    expect((await empty.act("moveListItem", { list, id: made["id"] })).problems).toEqual([
      { code: "REQUIRED", field: "to", value: null },
    ]);

    await empty.act("retireListItem", { list, id: made["id"], retired: true });
    expect((await empty.items(list))[at]).toMatchObject({ label: "Réparer", retired: true });
    await empty.act("retireListItem", { list, id: made["id"], retired: false });
    expect((await empty.act("removeListItem", { list, id: made["id"] })).desk.items).toEqual(before);
    expect((await empty.act("removeListItem", { list, id: made["id"] })).problems).toEqual([]);
  });

  test("refuses no words, and words that are there, at their field", async () => {
    const [first] = await empty.items(list);
    const more = { list, axisId: first!["axisId"] };
    expect((await empty.act("writeListItem", { ...more, label: " " })).problems).toMatchObject([
      { code: "REQUIRED", field: "label" },
    ]);
    expect(
      (await empty.act("writeListItem", { ...more, label: first!["label"].toUpperCase() })).problems,
    ).toMatchObject([{ code: "ALREADY_THERE", field: "label" }]);
  });
});

test("what is retired, offered again or moved to its end already is told of once", async () => {
  const [first] = await empty.items("SECTOR");
  const id = first!["id"];
  const acts: [string, object][] = [
    ["moveListItem", { to: 1 }],
    ["retireListItem", { retired: true }],
    ["retireListItem", { retired: false }],
  ];
  for (const [name, more] of acts)
    for (let n = 0; n < 2; n++) expect((await empty.act(name, { list: "SECTOR", id, ...more })).problems).toEqual([]);
  const told = "select event from journal_entry where data->>'id' = $1 and data->>'list' = 'SECTOR' order by event";
  expect(await fresh.database.query(told, [id])).toEqual([{ event: "list.offeredAgain" }, { event: "list.retired" }]);
});

test("a word that is added where one was deleted has a place of its own: after all the others, and it moves", async () => {
  const [, second] = await empty.items("SECTOR");
  await empty.act("removeListItem", { list: "SECTOR", id: second!["id"] });
  const { items } = (await empty.act("writeListItem", { list: "SECTOR", label: "Eau vive" })).desk;
  const moved = async (input: object) =>
    (await empty.act("moveListItem", { list: "SECTOR", ...input })).desk.items.map(({ label }) => label);
  expect(items.slice(-2)).toMatchObject([{ label: "Eau vive" }, { id: "OTHER" }]);
  const last = ["Eau vive", items.at(-3)!["label"], "Autre domaine"];
  expect((await moved({ id: items.at(-2)!["id"], to: items.length - 2 })).slice(-3)).toEqual(last);
  // The one that stands for all others moves nowhere, and nothing moves after it.
  expect((await moved({ id: "OTHER", to: 1 })).slice(-3)).toEqual(last);
  expect((await moved({ id: items.at(-3)!["id"], to: items.length })).slice(-3)).toEqual(last);
});

test("a theme that is retired is no longer listed, and its page stays", async () => {
  const [theme] = await empty.items("THEME");
  await empty.act("retireListItem", { list: "THEME", id: theme!["id"], retired: true });
  const { data } = await fresh.ask("{ axes { themes { id slug } } }");
  expect(data.axes.flatMap((axis: any) => axis.themes).some(({ id }: any) => id === theme!["id"])).toBe(false);
  await empty.act("retireListItem", { list: "THEME", id: theme!["id"], retired: false });
});

test("two people who add the same theme at once, each from their own page, add one", async () => {
  const [{ axisId } = {}] = await empty.items("THEME");
  const axis = (await fresh.ask("{ axes { id slug } }")).data.axes.find(({ id }: any) => id === axisId).slug;
  for (const title of ["Sols", "Haies", "Rivières", "Marais", "Tourbières", "Bocages"]) {
    const [created, listed] = await Promise.all([
      fresh.ask(
        "mutation ($input: CreateThemeInput!) { createTheme(input: $input) { problems { code field } } }",
        { input: { axis, title, about: "" } },
        admin,
      ),
      empty.act("writeListItem", { list: "THEME", label: title.toUpperCase(), axisId }),
    ]);
    const problems = [...created.data.createTheme.problems, ...listed.problems];
    expect(problems.map(({ code }) => code)).toEqual(["ALREADY_THERE"]);
    const made = (await empty.items("THEME")).find(({ label }) => label.toLowerCase() === title.toLowerCase())!;
    await empty.act("removeListItem", { list: "THEME", id: made["id"] });
  }
});

test("one act that adds a theme or a word is sent three times at once: each is done, and it is there once", async () => {
  const [{ axisId } = {}] = await empty.items("THEME");
  const axis = (await fresh.ask("{ axes { id slug } }")).data.axes.find(({ id }: any) => id === axisId).slug;
  const act = acting(fresh);
  const added = async (name: string, input: object, list: string) => {
    const before = await rowsCounted(fresh.database);
    const all = await Promise.all([1, 2, 3].map(() => act(name, input, "", admin)));
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    const one = { [list]: before[list]! + 1, journal_entry: before["journal_entry"]! + 1 };
    expect(await rowsCounted(fresh.database)).toEqual({ ...before, ...one });
  };
  for (const title of ["Étangs", "Landes", "Dunes", "Talus"]) {
    await added("createTheme", { axis, title, about: "" }, "theme");
    await added("writeListItem", { list: "THEME", label: `${title} d’ici`, axisId }, "theme");
    await added("writeListItem", { list: "SECTOR", label: title, labelEn: title }, "term");
  }
});

test("what is in use is retired, never deleted: the demonstration names some of each list", async () => {
  for (const list of lists) {
    const item = (await used.items(list)).find((one) => one["used"]);
    expect([list, item !== undefined]).toEqual([list, true]);
    expect((await used.act("removeListItem", { list, id: item!["id"] })).problems).toMatchObject([
      { code: "STILL_USED" },
    ]);
    expect((await used.act("retireListItem", { list, id: item!["id"], retired: true })).problems).toEqual([]);
  }
  expect((await used.act("replaceList", { list: "SECTOR", text: "Un\nDeux" })).problems).toMatchObject([
    { code: "STILL_USED", field: "text" },
  ]);
});

test("before anything names it a list is replaced whole, and the next start leaves it so", async () => {
  const sectors = await empty.act("replaceList", { list: "SECTOR", text: "Eau ; Water\n\nForêt" });
  expect(sectors.desk.items.map(({ id, label, labelEn }) => [id, label, labelEn])).toEqual([
    ["EAU", "Eau", "Water"],
    ["FORET", "Forêt", "Forêt"],
  ]);
  const others = { list: "SECTOR", was: ["Eau", "Forêt"], text: "Autre domaine\nEau\nForêt" };
  const replaced = await empty.act("replaceList", others);
  expect(replaced.desk.items.map(({ id }) => id)).toEqual(["EAU", "FORET", "AUTRE_DOMAINE"]);
  expect(await empty.act("replaceList", others)).toEqual(replaced);
  await empty.act("replaceList", { list: "SECTOR", text: "Eau ; Water\nForêt" });
  expect((await empty.act("replaceList", { list: "THEME", text: "Sans axe" })).problems).toMatchObject([
    { code: "EMPTY_LINE", field: "text", value: "1" },
  ]);
  const themes = await empty.act("replaceList", { list: "THEME", text: "## Terre\nSols\nHaies\n## Mer\nPêche" });
  expect(themes.desk.items.map(({ label }) => label)).toEqual(["Sols", "Haies", "Pêche"]);
  const again = { list: "THEME", was: [], text: "## Terre\nSols\nHaies\n## Mer\nPêche" };
  expect(await empty.act("replaceList", again)).toEqual(themes);
  await seedEmpty(fresh.database);
  expect(await empty.items("SECTOR")).toHaveLength(2);
  expect((await empty.items("AXIS")).map(({ label }) => label)).toEqual(["Terre", "Mer"]);
});

test("a list that somebody else changed meanwhile is shown before it is replaced", async () => {
  const labels = async () => (await empty.items("SECTOR")).map(({ label }) => label);
  const was = await labels();
  const first = await empty.act("replaceList", { list: "SECTOR", was, text: "Pain\nLait" });
  // Sent again, it is done.
  expect([first.problems, await empty.act("replaceList", { list: "SECTOR", was, text: "Pain\nLait" })]).toEqual([
    [],
    first,
  ]);
  const second = await empty.act("replaceList", { list: "SECTOR", was, text: "Bois" });
  expect(second.problems).toMatchObject([{ code: "STALE", field: "text" }]);
  expect(second.desk.items.map(({ label }) => label)).toEqual(["Pain", "Lait"]);
  expect(await labels()).toEqual(["Pain", "Lait"]);
  await empty.act("replaceList", { list: "SECTOR", was: ["Pain", "Lait"], text: "Bois" });
  expect(await labels()).toEqual(["Bois"]);
});

test("the eight ready templates come with an empty instance, once", async () => {
  await seedEmpty(fresh.database);
  const { data } = await fresh.ask("{ documents { kind fictional sections { key } } }");
  expect(data.documents).toHaveLength(8);
  expect(data.documents.every((it: any) => it.kind === "TEMPLATE" && !it.fictional && it.sections.length > 5)).toBe(
    true,
  );
});
