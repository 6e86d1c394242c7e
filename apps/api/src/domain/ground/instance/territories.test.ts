import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { rowsCounted, sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { seedEmptyFor } from "../../../seed/empty.ts";
import { schema } from "../../../../test/walks/walk.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { tablesThatName } from "../territory/territory.writes.ts";

const federation = testApi();
const city = testApi();
const inUse = seededApi();
let admin: Viewer;
let mayor: Viewer;
let there: Viewer;
beforeAll(async () => {
  await seedEmptyFor(federation.database, "admin@example.org");
  await seedEmptyFor(city.database, "admin@example.org");
  admin = await holderOf(federation.database, "ADMINISTRATOR");
  mayor = await holderOf(city.database, "ADMINISTRATOR");
  there = await holderOf(inUse.database, "ADMINISTRATOR");
});

const fields = `reading { regions within whole kept renamed { code from to }
    lines { line code name parent level population faults { kind value } } }
  desk { france regions within uses { by count } }`;

const importing =
  (api: typeof federation, viewer: () => Viewer) =>
  (text: string | null, more: object = {}) =>
    acting(api)("importTerritories", { text, extend: false, write: false, ...more }, fields, viewer());
const cantons = importing(federation, () => admin);
const districts = importing(city, () => mayor);

const keep = { write: true };
const more = { extend: true, write: true };
const table = (...lines: string[]) => ["code;nom;parent;population", ...lines].join("\r\n");
const named = (count: number, name: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => name(index + 1));
const two = (number: number) => String(number).padStart(2, "0");
const six = table(...named(26, (number) => `K${two(number)};Canton ${number};;${number * 10_000}`));

test("each line at fault says why, and nothing is kept while one is", async () => {
  const list = table(
    "ZH;Zurich;;1'520 968",
    ";Sans code;;",
    "B E;Berne;;",
    "ZH;Zurich encore;;",
    "GE;;;",
    "VD;Vaud;XX;",
    "A;Un;B;",
    "B;Deux;A;",
    "N;Nord;ZH;",
    "NN;Nord du nord;N;",
    "TI;Tessin;;beaucoup",
    "UR;Uri;",
  );
  const { problems, reading, desk } = await cantons(list, keep);
  expect(problems).toEqual([{ code: "LINES_TO_MEND", field: "file" }]);
  const faults = reading.lines.map(({ line, faults: found }: any) => [line, ...found.map(({ kind }: any) => kind)]);
  expect(faults).toEqual([
    [2],
    [3, "NO_CODE"],
    [4, "NOT_A_CODE"],
    [5, "DOUBLE_CODE"],
    [6, "NO_NAME"],
    [7, "UNKNOWN_PARENT"],
    [8, "CYCLE"],
    [9, "CYCLE"],
    [10],
    [11, "TOO_DEEP"],
    [12, "NOT_A_POPULATION"],
    [13, "CELLS"],
  ]);
  expect(reading.lines[0].population).toBe(1_520_968);
  expect(desk).toMatchObject({ france: true, regions: 18, within: 101 });
});

test.each([
  ["", "REQUIRED"],
  ["code;nom", "REQUIRED"],
  ["nom\nZurich", "NO_COLUMN"],
  ["code\nZH", "NO_COLUMN"],
  ['code;nom\nZH;"Zurich', "UNREADABLE_FILE"],
  [table(...named(501, (number) => `C${number};Commune ${number};;`)), "TOO_MANY_LINES"],
])("what is no list is refused with a sentence of its own: %#", async (text, code) => {
  expect((await cantons(text)).problems).toEqual([{ code, field: "file" }]);
});

test("a list is read with commas, tabs and English heads as well", async () => {
  for (const text of ["code,name,parent,population\nZH,Zurich,,", "Name\tCode\nZurich\tzh"])
    expect((await cantons(text)).reading.lines).toMatchObject([{ code: "ZH", name: "Zurich", level: 1, faults: [] }]);
});

test("before anything names them a federation brings its cantons, does it again, and takes France back", async () => {
  expect((await cantons(six)).reading).toMatchObject({ regions: 26, within: 0, whole: null, kept: false });
  const kept = await sentTwice(federation.database, () => cantons(six, keep));
  expect(kept.desk).toEqual({ france: false, regions: 26, within: 0, uses: [] });
  const france = await sentTwice(federation.database, () => cantons(null, keep));
  expect(france.desk).toEqual({ france: true, regions: 18, within: 101, uses: [] });
  expect((await cantons(six, keep)).problems).toEqual([]);
  const { data } = await federation.ask(
    "{ instance { france } territories(kind: REGION) { code slug } old: territories(kind: REGION_2012) { code } }",
  );
  expect(data.instance.france).toBe(false);
  expect(data.territories[0]).toEqual({ code: "K01", slug: "canton-1" });
  expect(data.old).toEqual([]);
});

/** A group that is open, with the questionnaire of its one objective taking responses. */
async function openedGroup(api: typeof federation, viewer: Viewer) {
  const act = acting(api);
  const input = { key: randomUUID(), theme: "une-finance-alternative", starter: "SHORT", name: "Chez nous" };
  const { group } = await act("createGroup", { ...input, finalGoal: "S’entendre." }, "group { slug }", viewer);
  await act("openGroup", { group: group.slug }, "", viewer);
  await api.database.query(
    "update questionnaire set opens_at = now() - interval '1 day', closes_at = now() + interval '9 days', results_shown = 'ALL'",
  );
  const { data } = await api.ask(
    `{ group { objectives { questionnaire { id slug state sections { questions { id type } } } } } }`,
  );
  const { questionnaire } = data.group.objectives[0];
  const of = (type: string) =>
    questionnaire.sections.flatMap(({ questions }: any) => questions).find((one: any) => one.type === type).id;
  const answer = async (territory: string, appearance = "ANONYMOUS") => {
    const answers = [
      { questionId: of("TERRITORY"), value: territory },
      { questionId: of("LONG_TEXT"), value: `On se connaît mieux à ${territory}, et on se le dit.` },
    ];
    const sent = { key: randomUUID(), questionnaireId: questionnaire.id, answers, appearance, speaksAs: "INDIVIDUAL" };
    return act("submitResponse", sent, "receipt { code region { name } territory { name } }", undefined);
  };
  return { questionnaire, answer };
}

describe("a federation of cantons", () => {
  test("is answered from its cantons, and read by canton", async () => {
    const { questionnaire, answer } = await openedGroup(federation, admin);
    expect((await answer("DEPARTMENT:29")).problems).toMatchObject([{ code: "UNKNOWN_TERRITORY" }]);
    for (const code of [...named(6, () => "K01"), ...named(5, () => "K26")])
      expect((await answer(`REGION:${code}`)).problems).toEqual([]);
    // The last ones wait for others before they are told.
    await federation.database.query("update response set awaits_others = false");
    const { data, errors } = await federation.ask(
      `query ($slug: String!, $admin: Boolean!) {
        results(questionnaire: $slug) @include(if: $admin) { groups { key region responses } }
        territory(slug: "canton-1") { responseCount contributionCount region { name } region2012 { name } }
        contributions(filter: { territory: "canton-26" }) { totalCount }
        group { coverage { heardCount responses notHeard { slug }
          largest { share populationShare territory { name } } regions { populationShare } } }
      }`,
      { slug: questionnaire.slug, admin: true },
      viewerOf({ id: randomUUID(), displayName: "R", language: "fr" }, [
        { role: "RAPPORTEUR", groupId: null, territoryId: null },
      ]),
    );
    expect(errors).toBeUndefined();
    expect(data.territory).toEqual({ responseCount: 6, contributionCount: 6, region: null, region2012: null });
    expect(data.contributions.totalCount).toBe(5);
    const { coverage } = data.group;
    expect(coverage).toMatchObject({ heardCount: 2, responses: 11 });
    expect(coverage.notHeard).toHaveLength(24);
    expect(coverage.largest.territory.name).toBe("Canton 26");
    expect(coverage.largest.share).toBeCloseTo(5 / 11);
    const regions = data.results.groups.filter(({ region }: any) => region);
    expect(regions.map(({ responses }: any) => responses).toSorted()).toEqual([5, 6]);
  });

  test("is no longer replaced once somebody answered, and says by what; it is added to and renamed by code", async () => {
    const refused = await cantons(six, keep);
    expect(refused.problems).toEqual([{ code: "TERRITORIES_USED", field: "file" }]);
    expect(refused.desk.uses).toContainEqual({ by: "RESPONSE", count: 11 });
    expect((await cantons(null, keep)).problems).toMatchObject([{ code: "TERRITORIES_USED" }]);

    const list = table("K01;Zurich;;", "JU;Jura;;73 000", "DEL;Delémont;JU;");
    const seen = (await cantons(list, { extend: true })).reading;
    expect(seen).toMatchObject({ regions: 1, within: 1, kept: false });
    expect(seen.renamed).toEqual([{ code: "K01", from: "Canton 1", to: "Zurich" }]);
    expect((await cantons(list, more)).desk).toMatchObject({ regions: 27, within: 1 });
    const { data } = await federation.ask(`{ territory(slug: "canton-1") { name population responseCount }
      jura: territory(slug: "jura") { departments { name region { name } } } }`);
    expect(data.territory).toEqual({ name: "Zurich", population: 10_000, responseCount: 6 });
    expect(data.jura.departments).toEqual([{ name: "Delémont", region: { name: "Jura" } }]);

    const moved = await cantons(table("K01;Zurich;K02;"), more);
    expect(moved.reading.lines[0].faults).toMatchObject([{ kind: "MOVED" }]);
    expect(moved.problems).toMatchObject([{ code: "LINES_TO_MEND" }]);
  });

  test("without inhabitants no share of the population is told", async () => {
    // Jura says its own, Canton 1 kept its own: the one that says none silences all shares.
    await cantons(table("LI;Sans habitants;;"), more);
    const { data } = await federation.ask("{ group { coverage { largest { share } regions { populationShare } } } }");
    expect(data.group.coverage.largest).toBeNull();
    expect(new Set(data.group.coverage.regions.map((one: any) => one.populationShare))).toEqual(new Set([null]));
  });
});

test("the city that holds its twenty districts is the site itself: the districts are counted, and blocks lie in them", async () => {
  const list = table(
    "VILLE;Lyon;;522 000",
    ...named(20, (number) => `Q${two(number)};Quartier ${number};ville;`),
    "Q01A;Îlot A;Q01;",
  );
  const { reading } = await districts(list);
  expect(reading).toMatchObject({ regions: 20, within: 1, whole: "Lyon" });
  expect((await districts(list, keep)).desk).toMatchObject({ france: false, regions: 20, within: 1 });
  const { answer } = await openedGroup(city, mayor);
  const sent = await answer("DEPARTMENT:Q01A");
  await city.database.query("update response set awaits_others = false");
  expect(sent.receipt).toMatchObject({ region: { name: "Quartier 1" } });
  const { data } = await city.ask(`{ group { coverage { heardCount notHeard { slug } largest { share } } }
    territory(slug: "quartier-1") { responseCount departments { name responseCount } } }`);
  expect(data.group.coverage).toMatchObject({ heardCount: 1, largest: null });
  expect(data.territory).toEqual({ responseCount: 1, departments: [{ name: "Îlot A", responseCount: 0 }] });
  // The same file, a district more: the city is still no territory.
  expect((await districts(`${list}\r\nQ21;Quartier 21;VILLE;`, more)).desk).toMatchObject({ regions: 21 });
});

test("the list that is there comes as a file that can be brought back, of France as well", async () => {
  const { territoryTable } = await import("./territories.commands.ts");
  const { Territories } = await import("../territory/territory.entity.ts");
  for (const [api, kept] of [
    [city, districts],
    [inUse, importing(inUse, () => there)],
  ] as const) {
    const { rows } = territoryTable(await api.database.manager.find(Territories));
    const lines = [...(rows as Iterable<(string | number | null)[][]>)]
      .flat()
      .map((cells) => cells.map((cell) => cell ?? "").join(";"));
    const { reading, problems } = await kept(table(...lines), { extend: true });
    expect(problems).toEqual([]);
    expect(reading).toMatchObject({ regions: 0, within: 0, renamed: [] });
    expect(reading.lines.flatMap(({ faults }: any) => faults)).toEqual([]);
  }
});

test("what is added to France is known by its code from then on: brought again, it is there once, and is renamed", async () => {
  const add = importing(inUse, () => there);
  const told = async () => (await rowsCounted(inUse.database))["journal_entry"]!;
  const before = await told();
  const list = (name: string) =>
    table(`GE;${name};;`, "GE-1;Carouge;GE;", "REG-GE;Savoie;;", "REG-53-A;Iroise;REG-53;");
  const first = await add(list("Genève"), more);
  expect(await told()).toBe(before + 1);
  expect([first.problems, first.reading.regions, first.reading.within]).toEqual([[], 2, 2]);
  const again = await sentTwice(inUse.database, () => add(list("Genève"), more));
  expect([again.reading.regions, again.reading.within]).toEqual([0, 0]);
  expect(again.desk).toMatchObject({ regions: first.desk.regions, within: first.desk.within });
  const renamed = await add(list("Le Genevois"), more);
  await sentTwice(inUse.database, () => add(list("Le Genevois"), more));
  expect(await told()).toBe(before + 2);
  expect(renamed.reading.renamed).toEqual([{ code: "GE", from: "Genève", to: "Le Genevois" }]);
});

test("only those who run the instance see the list to be replaced, and each kind of thing that names a territory has a name", async () => {
  const asked = "{ territoryDesk { france uses { by count } } }";
  expect((await inUse.ask(asked)).data.territoryDesk).toBeNull();
  const uses = async () =>
    (await inUse.ask(asked, {}, there)).data.territoryDesk.uses as { by: string; count: number }[];
  expect((await uses()).length).toBeGreaterThan(5);
  // Beyond a hundred they are not counted: it would take seconds where there are many.
  await inUse.database.query(
    `insert into contribution (theme_id, channel, body, appearance, territory_id, region_id, sectors, contributed_on, fictional)
     select theme_id, channel, 'Une de plus.', 'ANONYMOUS', territory_id, region_id, sectors, contributed_on, true
     from (select * from contribution where territory_id is not null limit 1) c, generate_series(1, 150)`,
  );
  expect(await uses()).toContainEqual({ by: "CONTRIBUTION", count: 101 });
  const names = (schema.getType("TerritoryUser") as unknown as { getValues(): { name: string }[] }).getValues();
  const tables = tablesThatName(inUse.database.manager).map(([name]) => name.toUpperCase());
  expect(names.map(({ name }) => name).toSorted()).toEqual(tables.toSorted());
});
