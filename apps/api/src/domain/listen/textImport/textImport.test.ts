import { existsSync, readFileSync } from "node:fs";
import { createContext } from "../../../platform/context.ts";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acting.ts";
import { seededApi } from "../../../../test/demo.ts";
import { holderOf } from "../../../../test/people.ts";
import { ods } from "../../../platform/files/ods.ts";
import { xlsx } from "../../../platform/files/xlsx.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { bringTexts } from "./bring.ts";
import { receiveFile } from "./receive.commands.ts";
import { readRows } from "./rows.ts";

const api = seededApi();
const act = acting(api);

const rapporteur = () => holderOf(api.database, "RAPPORTEUR");

/** Sends a file to the group of the demonstration; the id of its import. */
async function send(content: string | Buffer, viewer: Viewer, fileName = "cahiers.csv") {
  const read = await readRows(Buffer.from(content));
  const { run } = createContext(api.database, { viewer });
  const done = await run((tx) => receiveFile(tx, { read, group: "circuits-courts", fileName }));
  expect(done.problems).toEqual([]);
  return done.textImport!.id;
}

const fields = `textImport { id state preset rowCount readCount written changed unchanged leftAsIs held faultCount standingCount
  mapping { kind id text title author territory territoryKind date original source }
  faults { line code value } unknownValues { about said count } samples { line title author place on text } }`;

const reading = {
  kind: "NOTEBOOK",
  idColumns: ["commune", "n"],
  textColumns: ["texte"],
  titleColumns: ["titre"],
  author: "structure",
  territory: "lieu",
  territoryKind: "DEPARTMENT",
  date: "date",
  original: "lien",
  source: "Cahiers d’essai",
  licence: "Licence Ouverte 2.0",
  attribution: "Les communes",
  values: [],
};

/** Reads, runs and brings a file; what the import then says. */
async function bring(content: string | Buffer, more: object = {}, viewer?: Viewer) {
  const who = viewer ?? (await rapporteur());
  const id = await send(content, who);
  const mapped = await act("mapTextImport", { id, ...reading, ...more }, fields, who);
  expect(mapped.problems).toEqual([]);
  expect((await act("runTextImport", { id }, fields, who)).problems).toEqual([]);
  await bringTexts(api.database);
  const { data } = await api.ask(`query ($id: ID!) { textImport(id: $id) { ${fields.slice(13, -2)} } }`, { id }, who);
  return data.textImport;
}

const head = "commune;n;titre;structure;lieu;date;lien;texte";
const notebooksOf = async () =>
  (
    await api.ask(`{ notebooks(first: 50) { totalCount coverage { total read readTwice } nodes { id title readers contribution {
      body authorName channel contributedOn territory { slug } source { title original name licence attribution } } } } }`)
  ).data.notebooks;

test("notebooks come from a table, with what a person says of values, and keep their source wherever they go", async () => {
  const viewer = await rapporteur();
  const table = [
    head,
    'Andilly;1;Nos fermes;Les mangeurs d’Andilly;17;15/02/2019;https://example.org/1.pdf;"<p>L&rsquo;eau &amp; le pain.</p><p>Le bois.</p>"',
    "Andilly;2;;Un groupe;Charente-Inf.;2019-02-16;javascript:alert(1);Un marché.",
    "Benon;1;Trois fois rien;Un groupe;Charente-Inf.;16 pluviôse;;Une navette.",
    "Benon;2;Vide;Un groupe;17;2019-02-16;;",
    "Benon;2;Deux fois;Un groupe;17;2019-02-16;;Ils sont deux.",
    "Benon;2;Trois fois;Un groupe;17;2019-02-16;;Ils sont trois.",
  ].join("\n");
  const id = await send(table, viewer);
  const first = await act("mapTextImport", { id, ...reading }, fields, viewer);
  expect(first.textImport).toMatchObject({ preset: "NOTEBOOKS", rowCount: 6, faultCount: 4 });
  expect(first.textImport.faults).toEqual([
    { line: 3, code: "UNKNOWN_TERRITORY", value: "Charente-Inf." },
    { line: 4, code: "UNKNOWN_TERRITORY", value: "Charente-Inf." },
    { line: 5, code: "NO_TEXT", value: null },
    { line: 7, code: "SAME_ROW", value: "6" },
  ]);
  expect(first.textImport.unknownValues).toEqual([{ about: "TERRITORY", said: "Charente-Inf.", count: 2 }]);
  expect(await notebooksOf()).toMatchObject({ totalCount: 0 });

  const wrong = [{ about: "TERRITORY", said: "Charente-Inf.", meant: "Atlantide" }];
  expect((await act("mapTextImport", { id, ...reading, values: wrong }, "", viewer)).problems).toEqual([
    { code: "UNKNOWN_TERRITORY", field: "values.TERRITORY.Charente-Inf." },
  ]);
  const values = [
    { about: "TERRITORY", said: "Charente-Inf.", meant: "Charente-Maritime" },
    { about: "DATE", said: "16 pluviôse", meant: "4 février 2019" },
  ];
  const second = await act("mapTextImport", { id, ...reading, values }, fields, viewer);
  expect(second.textImport.faults.map(({ line }: { line: number }) => line)).toEqual([5, 7]);
  await act("runTextImport", { id }, "", viewer);
  await bringTexts(api.database);

  const { totalCount, coverage, nodes } = await notebooksOf();
  expect({ totalCount, coverage }).toEqual({ totalCount: 4, coverage: { total: 4, read: 0, readTwice: 0 } });
  const source = { name: "Cahiers d’essai", licence: "Licence Ouverte 2.0", attribution: "Les communes" };
  const byTitle = new Map(nodes.map((it: { title: string }) => [it.title, it]));
  expect(byTitle.get("Nos fermes")).toMatchObject({
    contribution: {
      body: "L’eau & le pain.\nLe bois.",
      authorName: "Les mangeurs d’Andilly",
      channel: "NOTEBOOK",
      contributedOn: "2019-02-15",
      territory: { slug: "charente-maritime" },
      source: { ...source, title: "Nos fermes", original: "https://example.org/1.pdf" },
    },
  });
  expect(byTitle.get("Un groupe")).toMatchObject({ contribution: { source: { original: null } } });
  expect(byTitle.get("Trois fois rien")).toMatchObject({ contribution: { contributedOn: "2019-02-04" } });
});

test("done again, an import changes what changed, brings nothing twice, and leaves what a person decided", async () => {
  const row = (n: number, text: string) => `La Jarne;${n};Cahier ${n};Un groupe;17;2019-01-01;;${text}`;
  const of = { source: "Refaits" };
  expect(await bring([head, row(1, "Un."), row(2, "Deux."), row(3, "Trois.")].join("\n"), of)).toMatchObject({
    state: "DONE",
    written: 3,
    changed: 0,
  });
  const [gone] = await api.database.query("select id from contribution where body = 'Trois.'");
  const facilitator = await holderOf(api.database, "FACILITATOR");
  const withdrawn = await act("withdrawNotebook", { id: gone.id, reason: "Ses auteurs." }, "notebook { title }", facilitator);
  expect(withdrawn).toEqual({ problems: [], notebook: { title: null } });
  const again = [head, row(1, "Un."), row(2, "Deux, corrigé."), row(3, "Trois."), row(4, "Appelez le 06 12 34 56 78.")];
  expect(await bring(again.join("\n"), of)).toMatchObject({
    written: 1,
    changed: 1,
    unchanged: 1,
    leftAsIs: 1,
    held: 1,
  });
  const rows = await api.database.query(
    "select body, status, revision from contribution where import_key like 'refaits:%' order by import_key",
  );
  expect(rows).toEqual([
    { body: "Un.", status: "VISIBLE", revision: 1 },
    { body: "Deux, corrigé.", status: "VISIBLE", revision: 2 },
    { body: "", status: "WITHDRAWN", revision: 1 },
    { body: "Appelez le 06 12 34 56 78.", status: "HELD", revision: 1 },
  ]);
});

test("a restart goes on from the last batch, and a second file of the same rows meets the first", async () => {
  const many = Array.from({ length: 1200 }, (_, n) => `Nieul;${n};Cahier ${n};Un groupe;17;2019-01-01;;Texte ${n}.`);
  const viewer = await rapporteur();
  const id = await send([head, ...many, many[0]].join("\n"), viewer);
  await act("mapTextImport", { id, ...reading, source: "Repris" }, "", viewer);
  await act("runTextImport", { id }, "", viewer);
  let batches = 0;
  await bringTexts(api.database, () => batches++ < 1);
  const half = await api.ask(`query ($id: ID!) { textImport(id: $id) { state readCount written } }`, { id }, viewer);
  expect(half.data.textImport).toEqual({ state: "RUNNING", readCount: 200, written: 200 });
  await bringTexts(api.database);
  const whole = await api.ask(
    `query ($id: ID!) { textImport(id: $id) { state readCount written faults { line code value } } }`,
    { id },
    viewer,
  );
  expect(whole.data.textImport).toEqual({
    state: "DONE",
    readCount: 1201,
    written: 1200,
    faults: [{ line: 1202, code: "SAME_ROW", value: "2" }],
  });
});

test("an import is taken back whole, as long as nothing stands on it", async () => {
  const viewer = await rapporteur();
  const row = (n: number) => `Esnandes;${n};Cahier ${n};Un groupe;17;2019-01-01;;Pris et repris ${n}.`;
  const { id } = await bring([head, row(1), row(2)].join("\n"), { source: "Rendus" }, viewer);
  const texts = () => api.database.query("select id from contribution where import_key like 'rendus:%' order by id");
  const [{ id: contributionId }] = await texts();
  await act("readContributions", { contributionIds: [contributionId] }, "", viewer);
  const refused = await act("takeBackTextImport", { id, reason: "Par erreur." }, "", viewer);
  expect(refused.problems).toEqual([{ code: "NOT_EMPTY", field: "id" }]);
  expect(await texts()).toHaveLength(2);
  await act("unreadContributions", { contributionIds: [contributionId] }, "", viewer);
  const done = await act("takeBackTextImport", { id, reason: "Par erreur." }, "textImport { state takenBackFor }", viewer);
  expect(done).toEqual({ problems: [], textImport: { state: "TAKEN_BACK", takenBackFor: "Par erreur." } });
  expect(await texts()).toEqual([]);
});

const columns = ["commune", "n", "titre", "structure", "lieu", "date", "lien", "texte"].map((key) => ({
  key,
  label: key,
  kind: key === "date" ? ("day" as const) : ("words" as const),
}));
const sheet = (town: string) => ({
  name: "Cahiers",
  columns,
  rows: (async function* () {
    yield [[town, "1", "Un titre", "Un groupe", "17", "2019-02-15", "https://example.org/a.pdf", "Un texte.\nUne suite."]];
  })(),
});

test.each([
  ["ODS", "Ods", ods],
  ["XLSX", "Xlsx", xlsx],
])("%s: a sheet is read as a table in CSV is", async (_, town, write) => {
  const file = await buffer(write([sheet(town)]));
  const it = await bring(file, { source: town });
  // The line of labels has no date: it is told, and stops no other.
  expect(it).toMatchObject({ written: 1, faultCount: 1 });
  const [text] = await api.database.query(
    `select body, contributed_on as "on" from contribution where import_key like $1 || ':%'`,
    [town.toLowerCase()],
  );
  expect(text).toEqual({ body: "Un texte.\nUne suite.", on: "2019-02-15" });
});

test("files of Decidim and of Cap Collectif are recognised, fields within fields too", async () => {
  const viewer = await rapporteur();
  const of = async (content: string) =>
    (await api.ask(`query ($id: ID!) { textImport(id: $id) { preset mapping { kind id text title author territory
      territoryKind date original } } }`, { id: await send(content, viewer) }, viewer)).data.textImport;
  expect(
    await of("id;scope/name/fr;title/fr;body/fr;author/name;published_at;url\n1;Bretagne;Titre;Texte;A;2020-01-02;https://x.fr"),
  ).toEqual({
    preset: "DECIDIM",
    mapping: {
      kind: "CONTRIBUTION",
      id: ["id"],
      text: ["body/fr"],
      title: ["title/fr"],
      author: "author/name",
      territory: "scope/name/fr",
      territoryKind: "DEPARTMENT",
      date: "published_at",
      original: "url",
    },
  });
  const capCollectif = JSON.stringify({
    data: {
      contributions: [
        {
          reference: "2-17",
          title: "Titre",
          createdAt: "2019-02-01 10:00:00",
          authorZipCode: "20137",
          author: { displayName: "Ano" },
          responses: [
            { questionTitle: "Que changer ?", value: "x", formattedValue: "Le pain." },
            { questionTitle: "Pourquoi ?", value: null, formattedValue: null },
          ],
        },
      ],
    },
  });
  const found = await of(capCollectif);
  expect(found).toMatchObject({
    preset: "CAP_COLLECTIF",
    mapping: {
      id: ["reference"],
      text: ["responses.Que changer ?", "responses.Pourquoi ?"],
      author: "author.displayName",
      territory: "authorZipCode",
      territoryKind: "POSTCODE",
    },
  });
  const { territoryKind, author, date, territory, text } = found.mapping;
  const more = { territoryKind, author, date, territory, idColumns: ["reference"], textColumns: text, titleColumns: ["title"] };
  await bring(capCollectif, { ...more, kind: "CONTRIBUTION", original: null, source: "Cap" }, viewer);
  const [text1] = await api.database.query(
    `select c.body, c.channel, t.slug from contribution c join territory t on t.id = c.territory_id where import_key = 'cap:2-17'`,
  );
  expect(text1).toEqual({ body: "Que changer ?\nLe pain.", channel: "ONLINE", slug: "corse-du-sud" });
});

test.each([
  ["", "EMPTY"],
  ["a;b", "NO_ROWS"],
  ["{}", "NO_ROWS"],
  ["[not json", "NOT_A_TABLE"],
  ['a;b\n"1;2', "NOT_A_TABLE"],
  [Buffer.from("PK\u0003\u0004 nothing"), "NOT_A_TABLE"],
  [`${Array.from({ length: 201 }, (_, at) => `c${at}`).join(";")}\n1`, "TOO_MANY_COLUMNS"],
])("a file that holds nothing to import says why: %#", async (content, reason) => {
  await expect(readRows(Buffer.from(content))).rejects.toMatchObject({ reason });
});

const folder = ["../../../../../../../../shared/data", "../../../../../../../shared/data"]
  .map((path) => new URL(path, import.meta.url).pathname)
  .find((path) => existsSync(path));
const real = `${folder}/cahiers-doleances-charente-maritime-2019/contributions.jsonl`;

test.skipIf(!existsSync(real))("the 784 notebooks of Charente-Maritime come in, if they are there to be tried", async () => {
  const it = await bring(readFileSync(real), {
    idColumns: ["commune", "n"],
    textColumns: ["text"],
    titleColumns: ["commune", "n"],
    author: null,
    territory: null,
    everywhere: "charente-maritime",
    date: null,
    day: "2019-03-15",
    original: null,
    source: "Charente-Maritime 2019",
  });
  expect(it).toMatchObject({ state: "DONE", rowCount: 784, readCount: 784 });
  expect(it.written + it.faultCount).toBe(784);
  console.info(`${it.written} written, ${it.held} held, ${JSON.stringify(it.faults)}`);
});
