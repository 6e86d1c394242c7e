import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededTemplate } from "../../../../test/site/demo.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { importTable } from "../../../import/initiatives.ts";

const site = testSite({}, undefined, seededTemplate);
let cookie: string;
let member: string;
beforeAll(async () => {
  cookie = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"]));
  member = await cookieOf(site.database, await personWith(site.database, ["MEMBER"]));
});
const folder = mkdtempSync(join(tmpdir(), "initiatives-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function send(content: string | Buffer, { write = false, as = cookie, group = "" } = {}) {
  const answer = await site.app.inject({
    method: "POST",
    url: `/initiatives/import?write=${write}&group=${group}`,
    headers: { "content-type": "application/octet-stream", cookie: as },
    payload: Buffer.from(content),
  });
  return { status: answer.statusCode, ...answer.json() };
}

const count = async () =>
  (await site.database.query("select count(*)::int as count from initiative"))[0].count as number;

const heads =
  "Nom de l’initiative;Commune;Département;Domaine;Depuis quand, à quelle étape;En une phrase;Le lien social entre les personnes;Résultats constatés;Couleur";
const table = [
  heads,
  'Le four commun;Kerlann;29;Alimentation;2011, développement;On cuit le pain ensemble.;3 : chaque samedi;"Deux emplois\n- Une école";bleu',
  "La scierie;Nulle;Atlantide;Bois et construction;2011;On scie.;;;",
  ";Sans nom;29;Alimentation;;Quelque chose.;;;",
  "Le four  commun;kerlann;Finistère;FOOD;;Le même.;;;",
  "Les Watts de Vertmare;Vertmare-sur-Lys;59;Énergie;;Déjà là.;;;",
  "Le lavoir;Kerlann;29;Magie;hier;On lave.;beaucoup;;",
  "Le site;Kerlann;29;Culture;;Voyez www.exemple.fr;;;",
  "Trop;de;colonnes;ici;;;;;;;",
].join("\r\n");

const outcomes = (report: { rows: { line: number; outcome: string }[] }) =>
  report.rows.map(({ line, outcome }) => `${line} ${outcome}`);

test("a column may bear the name that the page asks for a field by, which a refusal says", async () => {
  const names = ["Nom de l’initiative", "Territoire", "Domaine", "En une phrase ou deux", "Sources ou lien"];
  const { report } = await send(`${names.join(";")};Yearly budget, in euros\nLa halle;29;Culture;On y joue.;Vu.;300`);
  expect([outcomes(report), report.unknownColumns]).toEqual([["2 NEW"], []]);
});

test("an initiative begins next year at the latest, in a table as on a sheet", async () => {
  const next = new Date().getUTCFullYear() + 1;
  const rows = [next, next + 1, 2100].map((year) => `Le moulin ${year};29;Culture;On y moud.;${year}`);
  const { report } = await send(["Nom;Département;Domaine;Résumé;Année", ...rows].join("\n"));
  expect(outcomes(report)).toEqual(["2 NEW", "3 LEFT_OUT", "4 LEFT_OUT"]);
  expect(report.rows[1].problems).toEqual([
    expect.objectContaining({ code: "OUT_OF_RANGE", field: "startedYear", value: `1800–${next}` }),
  ]);
});

test("a table is shown line by line before anything is written", async () => {
  const before = await count();
  const { status, report } = await send(table);
  expect(status).toBe(200);
  expect(outcomes(report)).toEqual([
    "2 NEW",
    "4 LEFT_OUT",
    "5 LEFT_OUT",
    "6 LEFT_OUT",
    "7 KNOWN",
    "8 LEFT_OUT",
    "9 HELD",
    "10 LEFT_OUT",
  ]);
  const problemsOf = (line: number) => report.rows.find((row: { line: number }) => row.line === line).problems;
  expect(problemsOf(4)).toEqual([{ code: "UNKNOWN_TERRITORY", field: "territory", value: "Atlantide" }]);
  expect(problemsOf(5)).toMatchObject([{ code: "REQUIRED", field: "name" }]);
  expect(problemsOf(6)).toEqual([{ code: "ALREADY_THERE", field: "line", value: "2" }]);
  expect(
    problemsOf(8)
      .map(({ field }: { field: string }) => field)
      .toSorted(),
  ).toEqual(["criteria.SOCIAL_LINK", "sector", "stage"]);
  expect(report.unknownColumns).toEqual(["Couleur"]);
  expect(await count()).toBe(before);
});

test("what has a place is written, the rest is not; sent again, nothing is there twice", async () => {
  const before = await count();
  await send(table, { write: true });
  expect(await count()).toBe(before + 2);
  const [oven] = await site.database.query("select * from initiative where name = 'Le four commun'");
  expect(oven).toMatchObject({
    ...{ town: "Kerlann", sector: "FOOD", started_year: 2011, stage: "GROWING", state: "VALIDATED", status: "VISIBLE" },
    ...{ results: ["Deux emplois", "Une école"], criteria: { SOCIAL_LINK: 3 } },
    criteria_reasons: { SOCIAL_LINK: "chaque samedi" },
  });
  const { report } = await send(table, { write: true });
  expect(outcomes(report).filter((outcome) => outcome.includes("KNOWN"))).toEqual(["2 KNOWN", "7 KNOWN", "9 KNOWN"]);
  expect(await count()).toBe(before + 2);
  // Renamed here since, the row is still known.
  await site.database.query("update initiative set name = 'Le four de tous' where name = 'Le four commun'");
  await send(table, { write: true });
  expect(await count()).toBe(before + 2);
});

test("two who send the same table at once write it once", async () => {
  const before = await count();
  const one = `${heads}\nLa halle;Kerlann;29;Culture;;On danse.;;;`;
  await Promise.all([send(one, { write: true }), send(one, { write: true })]);
  expect(await count()).toBe(before + 1);
});

test("a table that an old spreadsheet saved is read with its accents", async () => {
  const { report } = await send(
    Buffer.from("Nom;Département;Domaine;Résumé\nL'épicerie;Côte-d'Or;Santé et soin;Énorme.", "latin1"),
  );
  expect(report.rows).toMatchObject([{ outcome: "NEW", name: "L'épicerie" }]);
});

test("what is no table is refused in one sentence, and nothing of it is kept", async () => {
  expect(await send('Nom;x\n"ouvert')).toMatchObject({
    status: 422,
    problems: [{ code: "UNREADABLE_FILE", field: "file" }],
  });
  expect(await send("")).toMatchObject({ status: 422, problems: [{ code: "UNREADABLE_FILE" }] });
  expect(await send(`Nom\n${"x\n".repeat(1001)}`)).toMatchObject({
    status: 422,
    problems: [{ code: "TOO_LARGE", field: "file" }],
  });
  expect(await send(table, { group: "nulle-part" })).toMatchObject({
    status: 422,
    problems: [{ code: "UNKNOWN_CHOICE", field: "group" }],
  });
});

test("a table is for the team to send", async () => {
  expect((await send(table, { as: "" })).status).toBe(401);
  expect((await send(table, { as: member })).status).toBe(403);
});

test("the table to fill in is read by us", async () => {
  const model = await site.app.inject({ url: "/exports/initiatives/model.csv" });
  const { report } = await send(`${model.body}Un nom;Kerlann;29;Culture;2010;Activité;Association;Une phrase.\n`);
  expect(report.unknownColumns).toEqual([]);
  expect(report.rows).toMatchObject([{ outcome: "LEFT_OUT", problems: [{ code: "UNREADABLE_FILE" }] }]);
});

test("whoever runs the site imports the same table by a command", async () => {
  const file = join(folder, "table.csv");
  writeFileSync(file, `${heads}\nLa forge;Kerlann;29;Culture;;On forge.;;;\nRien;;Atlantide;;;;;;`);
  const { rows } = await importTable(site.database, file, undefined);
  expect(rows.map(({ outcome }) => outcome)).toEqual(["NEW", "LEFT_OUT"]);
  await expect(importTable(site.database, file, "nulle-part")).rejects.toThrow(/no group/);
});
