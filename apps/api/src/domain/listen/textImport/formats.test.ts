import { existsSync, readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { importing } from "../../../../test/acts/importing.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { ods } from "../../../platform/files/ods.ts";
import { xlsx } from "../../../platform/files/xlsx.ts";

const api = seededApi();
const { rapporteur, send, bring } = importing(api);

const columns = ["commune", "n", "titre", "structure", "lieu", "date", "lien", "texte"].map((key) => ({
  key,
  label: key,
  kind: key === "date" ? ("day" as const) : ("words" as const),
}));
const sheet = (town: string) => ({
  name: "Cahiers",
  columns,
  rows: (async function* () {
    yield [
      [town, "1", "Un titre", "Un groupe", "17", "2019-02-15", "https://example.org/a.pdf", "Un texte.\nUne suite."],
    ];
  })(),
});

test.each([
  ["ODS", "Ods", ods],
  ["XLSX", "Xlsx", xlsx],
])("%s: a sheet is read as a table in CSV is", async (_, town, write) => {
  const source = `${town}${uniqueWord()}`;
  const file = await buffer(write([sheet(town)]));
  const it = await bring(file, { source });
  // The line of labels has no date: it is told, and stops no other.
  expect(it).toMatchObject({ written: 1, faultCount: 1 });
  const [text] = await api.database.query(
    `select body, contributed_on as "on" from contribution where import_key like $1 || ':%'`,
    [source.toLowerCase()],
  );
  expect(text).toEqual({ body: "Un texte.\nUne suite.", on: "2019-02-15" });
});

test("files of Decidim and of Cap Collectif are recognised, fields within fields too", async () => {
  const viewer = await rapporteur();
  const of = async (content: string) =>
    (
      await api.ask(
        `query ($id: ID!) { textImport(id: $id) { preset mapping { kind id text title author territory
      territoryKind date original } } }`,
        { id: await send(content, viewer) },
        viewer,
      )
    ).data.textImport;
  expect(
    await of(
      "id;scope/name/fr;title/fr;body/fr;author/name;published_at;url\n1;Bretagne;Titre;Texte;A;2020-01-02;https://x.fr",
    ),
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
  const more = {
    territoryKind,
    author,
    date,
    territory,
    idColumns: ["reference"],
    textColumns: text,
    titleColumns: ["title"],
  };
  const source = uniqueWord();
  await bring(capCollectif, { ...more, kind: "CONTRIBUTION", original: null, source }, viewer);
  const [text1] = await api.database.query(
    `select c.body, c.channel, t.slug from contribution c join territory t on t.id = c.territory_id where import_key = $1 || ':2-17'`,
    [source],
  );
  expect(text1).toEqual({ body: "Que changer ?\nLe pain.", channel: "IMPORTED", slug: "corse-du-sud" });
});

test.each([
  ["a list", "Liste", JSON.stringify],
  ["a list within", "Dedans", (rows: object[]) => JSON.stringify({ meta: { count: 2 }, items: rows })],
  ["lines", "Lignes", (rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n")],
])("JSON: %s of objects is read as a table is, a row named by two columns", async (_, name, write) => {
  const source = `${name.replaceAll(" ", "")}${uniqueWord()}`;
  const row = { titre: "Un titre", structure: "Un groupe", lieu: "17", date: "2019-02-15" };
  const rows = [
    { commune: "Andilly", n: 1, texte: "Un texte.", ...row },
    { commune: "Benon", n: 1, texte: "Un autre.", ...row },
  ];
  expect(await bring(write(rows), { source, original: null })).toMatchObject({ written: 2, faultCount: 0 });
  const texts = await api.database.query(
    "select body, import_key as key from contribution where import_key like $1 || ':%' order by import_key",
    [source.toLowerCase()],
  );
  expect(texts.map(({ body }: { body: string }) => body)).toEqual(["Un texte.", "Un autre."]);
});

const folder = ["../../../../../../../../shared/data", "../../../../../../../shared/data"]
  .map((path) => new URL(path, import.meta.url).pathname)
  .find((path) => existsSync(path));
const real = `${folder}/cahiers-doleances-charente-maritime-2019/contributions.jsonl`;

test.skipIf(!existsSync(real))(
  "the 784 notebooks of Charente-Maritime come in, if they are there to be tried",
  async () => {
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
      source: `Charente-Maritime 2019 ${uniqueWord()}`,
    });
    expect(it).toMatchObject({ state: "DONE", rowCount: 784, readCount: 784 });
    expect(it.written + it.faultCount).toBe(784);
    console.info(`${it.written} written, ${it.held} held, ${JSON.stringify(it.faults)}`);
  },
);
