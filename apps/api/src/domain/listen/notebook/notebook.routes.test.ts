import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { docx, documentsAt, pdf } from "../../../../test/acts/documents.ts";
import { head, reading } from "../../../../test/acts/importing.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { bringTexts } from "../textImport/bring.ts";

const site = testSite();
const { at, send, get, kept } = documentsAt(site);

test("scans beside a table join the notebooks that name them, are shown, and go with the notebook", async () => {
  const person = await personWith(site.database, ["RAPPORTEUR", "FACILITATOR"], at.small.group.id);
  const team = await cookieOf(site.database, person);
  const ask = async (query: string, input: object, as = team) =>
    (await site.post("/graphql", { query, variables: { input } }, as ? { cookie: as } : {})).json().data;
  const source = uniqueWord();
  const table = [
    head,
    `Andilly;1;Un ${source};Un groupe;;2019-02-15;scans/Cahier 1.PDF;L’eau.`,
    `Andilly;2;Deux ${source};Un groupe;;2019-02-15;cahier 1.pdf;Le pain.`,
    `Andilly;3;Trois ${source};Un groupe;;2019-02-15;https://example.org/3.pdf;Le bois.`,
  ].join("\n");
  const about = { group: at.small.group.slug, name: "cahiers.csv" };
  // Sent again under its key, because the answer was lost, it is received once.
  const sending = { ...about, key: randomUUID() };
  const both = await Promise.all([1, 2].map(() => send("/imports/files", Buffer.from(table), sending, team)));
  const id = sending.key;
  expect(both.map((answer) => answer.json())).toEqual([1, 2].map(() => ({ problems: [], id })));
  const map = "mutation ($input: MapTextImportInput!) { mapTextImport(input: $input) { problems { code field } } }";
  const { territory: _, ...columns } = reading;
  expect((await ask(map, { id, ...columns, source })).mapTextImport.problems).toEqual([]);
  await ask("mutation ($input: RunTextImportInput!) { runTextImport(input: $input) { problems { code } } }", { id });
  await bringTexts(site.database);
  const scans = (await site.ask(`{ textImport(id: "${id}") { scans } }`, { cookie: team })).json().data.textImport;
  expect(scans).toEqual({ scans: 2 });

  const before = await kept();
  const file = await pdf("Le cahier d’Andilly");
  const join = (bytes: Buffer, name: string, as = team) => send(`/imports/${id}/scans`, bytes, { name }, as);
  expect((await join(file, "autre.pdf")).json().problems).toEqual([
    { code: "NOT_NAMED", field: "file", value: "autre.pdf" },
  ]);
  expect((await join(await docx("x"), "cahier 1.pdf")).json().problems).toMatchObject([{ code: "NOT_A_SCAN" }]);
  expect([(await join(file, "cahier 1.pdf", "")).statusCode, await kept()]).toEqual([401, before]);
  expect((await join(file, "Cahier 1.pdf")).json().problems).toEqual([]);

  const list = "{ notebooks { nodes { id title files { id name kind pages hasPicture } } } }";
  const { nodes } = (await site.ask(list)).json().data.notebooks;
  const by = new Map<string, any>(nodes.map((one: any) => [one.title.replace(` ${source}`, ""), one]));
  const scan = { name: "Cahier 1.pdf", kind: "PDF", pages: 1, hasPicture: true };
  expect([by.get("Un").files, by.get("Deux").files, by.get("Trois").files]).toMatchObject([[scan], [scan], []]);
  const address = `/notebooks/${by.get("Un").id}/files/${by.get("Un").files[0].id}`;
  expect((await get(address)).rawPayload).toEqual(file);
  expect((await get(`${address}/page`)).headers["content-type"]).toBe("image/jpeg");

  // One by one on a page of a notebook, and away again.
  const alone = by.get("Trois").id;
  const add = (bytes: Buffer) => send(`/notebooks/${alone}/files`, bytes, { name: "../evil/trois.pdf" }, team);
  const files = async () =>
    (await site.ask(`{ notebook(id: "${alone}") { files { id name } } }`)).json().data.notebook.files;
  expect((await add(file)).json().problems).toEqual([]);
  const [one] = await files();
  expect(one.name).toBe("trois.pdf");
  // Sent again while the first is under way, it is there once; what bears its name and weighs the same is another one.
  const [scan1, scan2] = [1, 2].map((page) => Buffer.concat([file, Buffer.from(`\n% ${page}\n`)]));
  await Promise.all([add(scan1!), add(scan1!), add(scan2!), add(file)]);
  expect(await files()).toHaveLength(3);
  const remove =
    "mutation ($input: RemoveNotebookFileInput!) { removeNotebookFile(input: $input) { problems { code } notebook { files { id } } } }";
  const left = (await ask(remove, { id: one.id })).removeNotebookFile;
  expect([left.problems, left.notebook.files.length]).toEqual([[], 2]);

  // Its authors take a notebook back: its original goes with its words.
  const withdraw =
    "mutation ($input: WithdrawNotebookInput!) { withdrawNotebook(input: $input) { problems { code } } }";
  expect((await ask(withdraw, { id: by.get("Un").id, reason: "Ses auteurs." })).withdrawNotebook.problems).toEqual([]);
  expect((await get(address)).statusCode).toBe(404);
  // Files beside the words do not prevent taking an import back.
  expect((await site.ask(`{ textImport(id: "${id}") { standingCount } }`, { cookie: team })).json().data).toEqual({
    textImport: { standingCount: 0 },
  });
});
