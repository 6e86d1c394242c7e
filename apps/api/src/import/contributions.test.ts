import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { seededApi } from "../../test/site/demo.ts";
import { importContributions } from "./contributions.ts";
import { type ImportMap, readMap } from "../domain/listen/textImport/map.ts";

const api = seededApi();
const folder = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Buffer) {
  const path = join(folder, `file-${++files}`);
  writeFileSync(path, content);
  return path;
}
const csv = (...lines: string[]) => lines.join("\r\n");

const base = {
  text: "texte",
  objective: { constant: "objectif-2" },
  territory: { column: "lieu", kind: "DEPARTMENT" },
  channel: { constant: "PAPER" },
  date: "date",
};
/** Each test has a source of its own, so that it finds its rows alone. */
const map = (source: string, more: Record<string, unknown> = {}): ImportMap =>
  readMap(JSON.stringify({ source, ...base, ...more }), "map.json");

const bring = (path: string, how: ImportMap) => importContributions(api.database, path, how);
const written = (source: string) =>
  api.database.query(
    `select c.body, c.author_name as author, c.appearance, c.channel, c.status, c.contributed_on as "on", o.slug as objective,
       q.code as question, t.slug as territory, r.slug as region, th.slug as theme
     from contribution c left join objective o on o.id = c.objective_id left join question q on q.id = c.question_id
     left join territory t on t.id = c.territory_id left join territory r on r.id = c.region_id
     join theme th on th.id = c.theme_id
     where c.import_key like $1 || ':%' order by c.body`,
    [source],
  );

test("a table with a byte order mark, semicolons and Windows lines is read as it was typed", async () => {
  const path = file(
    `\uFEFF${csv(
      "n°;texte;lieu;date;nom",
      '1;"Le pain ; l’épargne,\r\net ""le bois""";6;15/02/2019;Une boulangère',
      "2;Deux lignes;cote-d'or;2019-02-16;",
    )}`,
  );
  const how = map("bom", { id: "n°", author: "nom" });
  expect(await bring(path, how)).toEqual({ rows: 2, written: 2, known: 0, rejected: [] });
  const common = {
    channel: "PAPER",
    status: "VISIBLE",
    objective: "objectif-2",
    question: null,
    theme: "circuits-courts",
  };
  expect(await written("bom")).toEqual([
    {
      ...common,
      body: "Deux lignes",
      author: null,
      appearance: "ANONYMOUS",
      on: "2019-02-16",
      territory: "cote-d-or",
      region: "bourgogne-franche-comte",
    },
    {
      ...common,
      body: 'Le pain ; l’épargne,\net "le bois"',
      author: "Une boulangère",
      appearance: "NAMED",
      on: "2019-02-15",
      territory: "alpes-maritimes",
      region: "provence-alpes-cote-d-azur",
    },
  ]);
});

test("imported twice, nothing is there twice, and what was there is said", async () => {
  const path = file(csv("texte,lieu,date", "Une fois,29,2019-01-01", "Une autre,35,2019-01-01"));
  expect(await bring(path, map("twice"))).toMatchObject({ written: 2, known: 0 });
  expect(await bring(path, map("twice"))).toMatchObject({ written: 0, known: 2 });
  const grown = file(
    csv("texte,lieu,date", "Une fois,29,2019-01-01", "Une autre,35,2019-01-01", "Enfin,22,2019-01-01"),
  );
  expect(await bring(grown, map("twice"))).toMatchObject({ written: 1, known: 2 });
  expect(await written("twice")).toHaveLength(3);
});

test("rows that have no place are told with their line and reason, and stop no other", async () => {
  const path = file(
    csv(
      "id,texte,lieu,date,objectif",
      "1,Bien placée,Finistère,2019-01-01,objectif-1",
      "2,Nulle part,Atlantide,2019-01-01,objectif-1",
      "3,,Finistère,2019-01-01,objectif-1",
      '4,"Sur deux',
      'lignes",Finistère,hier,objectif-1',
      "5,Vers rien,Finistère,2019-01-01,objectif-9",
      "6,Trop tard,Finistère,2999-01-01,objectif-1",
      "1,Encore elle,Finistère,2019-01-01,objectif-1",
      "7,Trop,de,colonnes,dans,cette,ligne",
      ",Sans numéro,Finistère,2019-01-01,objectif-1",
    ),
  );
  const { rejected, ...report } = await bring(path, map("half", { id: "id", objective: "objectif" }));
  expect(report).toEqual({ rows: 9, written: 1, known: 0 });
  expect(rejected).toEqual([
    { line: 3, reason: "no department « Atlantide »" },
    { line: 4, reason: "no text" },
    { line: 5, reason: "« hier » is no date" },
    { line: 7, reason: "no objective « objectif-9 »" },
    { line: 8, reason: "the date « 2999-01-01 » is to come" },
    { line: 9, reason: "the same row as line 2" },
    { line: 10, reason: "7 columns where the first line has 5" },
    { line: 11, reason: "nothing in « id »" },
  ]);
});

test("JSON lines bring numbers, lists and texts of several columns", async () => {
  const row = (values: unknown) => JSON.stringify(values);
  const path = file(
    [
      row({
        id: 1,
        constat: "Trop loin.",
        idees: ["Un marché", "Une navette"],
        lieu: 2,
        date: "2019-01-01",
        ville: "Laon",
      }),
      row({ id: 2, constat: "Non renseigné", idees: ["Rien"], lieu: "Ile de France", date: "2019-01-02" }),
      "{ not json",
      row({ id: 3, constat: "Non renseigné", lieu: "2", date: "2019-01-03" }),
    ].join("\n"),
  );
  const how = {
    id: "id",
    empty: ["non renseigne"],
    text: [
      { column: "constat", title: "Constat" },
      { column: "idees", title: "Idées" },
    ],
    territory: [
      { column: "lieu", kind: "DEPARTMENT" },
      { column: "lieu", kind: "REGION" },
    ],
    author: [{ words: "Réunion de {ville}" }, { constant: "Réunion" }],
  };
  const { rejected } = await bring(path, map("json", how));
  expect(rejected).toEqual([
    { line: 3, reason: "not a JSON object" },
    { line: 4, reason: "no text" },
  ]);
  expect(await written("json")).toMatchObject([
    { body: "Constat\nTrop loin.\n\nIdées\nUn marché\nUne navette", author: "Réunion de Laon", territory: "aisne" },
    { body: "Idées\nRien", author: "Réunion", territory: "ile-de-france", region: "ile-de-france" },
  ]);

  const each = { id: "id", text: { each: "idees" }, territory: how.territory };
  expect(await bring(path, map("each", each))).toMatchObject({ written: 3 });
  expect(await written("each")).toMatchObject([{ body: "Rien" }, { body: "Un marché" }, { body: "Une navette" }]);
});

test("HTML becomes text, in the words and in the name", async () => {
  const path = file(
    csv(
      "texte,lieu,date,nom",
      "<p>L&rsquo;eau &amp; le pain.</p><script>x()</script><p>Le <b>bois</b>.</p>,29,2019-01-01,Marie &amp; Paul",
      "<p>Non renseign&eacute;</p>,29,2019-01-01,",
      "3 < 4 euros,29,2019-01-01,",
    ),
  );
  const { rejected, ...report } = await bring(path, map("html", { author: "nom", empty: ["non renseigne"] }));
  expect(report).toEqual({ rows: 3, written: 2, known: 0 });
  expect(rejected).toEqual([{ line: 3, reason: "no text" }]);
  expect(await written("html")).toMatchObject([
    { body: "3 < 4 euros", author: null },
    { body: "L’eau & le pain.\nLe bois.", author: "Marie & Paul" },
  ]);
  const each = { text: { each: "texte", separator: "<br>" }, id: "id" };
  const lines = file(csv("id,texte,lieu,date", "a&b,Un<br>deux,29,2019-01-01"));
  expect(await bring(lines, map("html-each", each))).toMatchObject({ written: 2 });
});

test("a text can answer a question, or stand under a theme alone", async () => {
  const path = file(csv("texte,lieu,date,question", "Répond,bretagne,2019-01-01,1.1", "Libre,53,2019-01-01,"));
  const how = {
    territory: { column: "lieu", kind: "REGION_2012" },
    objective: undefined,
    question: "question",
    theme: { constant: "5" },
  };
  await bring(path, map("about", how));
  expect(await written("about")).toMatchObject([
    { body: "Libre", objective: null, question: null, theme: "une-finance-alternative" },
    {
      body: "Répond",
      objective: "objectif-1",
      question: "1.1",
      theme: "circuits-courts",
      territory: "bretagne-2012",
      region: "bretagne",
    },
  ]);
});

test("when the database fails half-way, nothing is half-imported", async () => {
  await api.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin
       if new.body = 'Ligne 400' then raise exception 'the disk is full'; end if; return new; end $$;
     create trigger refuse before insert on contribution for each row execute function refuse()`,
  );
  const lines = Array.from({ length: 500 }, (_, index) => `Ligne ${index},29,2019-01-01`);
  const path = file(csv("texte,lieu,date", ...lines));
  await expect(bring(path, map("broken"))).rejects.toThrow("the disk is full");
  expect(await written("broken")).toEqual([]);
  await api.database.query("drop trigger refuse on contribution");
  const told: string[] = [];
  const how = map("broken");
  await importContributions(api.database, path, how, (done, all) => told.push(`${done}/${all}`));
  expect(told).toEqual(["0/500", "250/500", "500/500"]);
});

test("what is wrong with a file is said in one sentence", async () => {
  const wrong = (path: string, sentence: RegExp, more = {}) =>
    expect(bring(path, map("wrong", more))).rejects.toThrow(sentence);
  await wrong(join(folder, "absent.csv"), /^There is no file .*absent\.csv\.$/);
  await wrong(folder, /is a folder\.$/);
  await wrong(file(Buffer.from("texte;lieu;date\nPriv\xe9;29;2019-01-01", "latin1")), /is not in UTF-8/);
  await wrong(file(""), /is empty\.$/);
  await wrong(file("texte;lieu;date"), /holds no rows\.$/);
  await wrong(file('[{"texte": "Un"}, '), /is not a table in CSV, ODS or XLSX, nor JSON/);
  await wrong(file('texte;lieu;date\n"Un;29;2019-01-01'), /is not a table in CSV/);
  const row = "Un;29;2019-01-01";
  await wrong(file(`text;lieu;date\n${row}`), /^The map reads « texte », and the file has only: text, lieu, date\.$/);
  const objective = { constant: "objectif-9" };
  await wrong(
    file(`texte;lieu;date\n${row}`),
    /says the objective « objectif-9 », and there are only: objectif-1, 1,/,
    {
      objective,
    },
  );
});

test.each([
  ["{", "map.json is not JSON"],
  ["[]", "map.json is not a JSON object."],
  [{ ...base }, "map.json needs « source » to be a text."],
  [{ source: "x", ...base, where: 1 }, "map.json says « where », which is not one of"],
  [{ source: "x", ...base, text: undefined }, "map.json says no text."],
  [{ source: "x", ...base, date: undefined }, "map.json says no date."],
  [{ source: "x", ...base, objective: undefined }, "map.json says no objective, no question and no theme."],
  [{ source: "x", ...base, channel: {} }, "map.json needs « channel » to have a column, a constant or words."],
  [{ source: "x", ...base, territory: "lieu" }, "map.json needs « territory » to have a kind: DEPARTMENT, REGION,"],
])("a map like %j is refused in one sentence", (raw, sentence) => {
  expect(() => readMap(typeof raw === "string" ? raw : JSON.stringify(raw), "map.json")).toThrow(sentence);
});

test.each(["reunions", "lignes", "tableau"])("the map « %s » that comes with the site can be read", (name) => {
  const path = new URL(`maps/${name}.json`, import.meta.url);
  expect(readMap(readFileSync(path, "utf8"), name).source).toBeTruthy();
});
