import { readFileSync } from "node:fs";
import { holderOf } from "../../apps/api/test/site/people.ts";
import { createGraphQL } from "../../apps/api/src/app.ts";
import { bringTexts } from "../../apps/api/src/domain/listen/textImport/bring.ts";
import { receiveFile } from "../../apps/api/src/domain/listen/textImport/receive.commands.ts";
import { takeBackTexts } from "../../apps/api/src/domain/listen/textImport/takeBack.ts";
import { readRows } from "../../apps/api/src/domain/listen/textImport/rows.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { demonstration } from "./demonstration.ts";

/**
 * `npm run perf:imports [-- ROWS [FILE]]`: time and memory of an import of so many notebooks, 20,000 unless told, from the
 * file to the list with its coverage and to the take-back; or of the rows of a file. On a throw-away database.
 */
const [rows = "20000", file] = process.argv.slice(2);
const count = Number(rows);
const graphql = createGraphQL();
const { database, end } = await demonstration();
try {
  await measure();
} finally {
  await end();
}

async function timed<Done>(what: string, act: () => Promise<Done>): Promise<Done> {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 50);
  const [began, before] = [performance.now(), process.cpuUsage()];
  const done = await act();
  clearInterval(timer);
  look();
  const { user, system } = process.cpuUsage(before);
  const seconds = (it: number) => `${(it / 1000).toFixed(2)} s`;
  console.log(
    `${what}: ${seconds(performance.now() - began)}, ${seconds((user + system) / 1000)} of CPU here, ${Math.round(most / 1e6)} MB at most`,
  );
  return done;
}

async function measure() {
  const viewer = await holderOf(database, "RAPPORTEUR");
  const ask = async (query: string, variables: object) => {
    const contextValue = createContext(database, { viewer });
    const { body } = await graphql.executeOperation({ query, variables: { ...variables } }, { contextValue });
    const { data, errors } = (body as { singleResult: { data: any; errors?: unknown } }).singleResult; // oxlint-disable-line typescript/no-explicit-any -- the answer of any page
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const bytes = file ? readFileSync(file) : made();
  console.log(`${(bytes.length / 1e6).toFixed(1)} MB`);
  const read = await timed("read the file", () => readRows(bytes));
  const { run } = createContext(database, { viewer });
  const { textImport } = await timed("keep its rows", () =>
    run((tx) => receiveFile(tx, { read, key: "", group: "circuits-courts", fileName: "cahiers.csv" })),
  );
  const id = textImport!.id;
  const { textImport: told } = await ask(
    `query ($id: ID!) { textImport(id: $id) { mapping { kind id text title author territory territoryKind date original source } } }`,
    { id },
  );
  const { id: idColumns, text: textColumns, title: titleColumns, ...mapping } = told.mapping;
  const input = { id, ...mapping, idColumns, textColumns, titleColumns, day: "2019-02-15", values: [] };
  const tried = await timed("try all of them", () =>
    ask(
      `mutation ($input: MapTextImportInput!) { mapTextImport(input: $input) { problems { code field } textImport { faultCount } } }`,
      { input },
    ),
  );
  console.log(JSON.stringify(tried));
  await ask(`mutation ($id: ID!) { runTextImport(input: { id: $id }) { problems { code } } }`, { id });
  await timed("bring them", () => bringTexts(database));
  const list = `{ notebooks(first: 20, filter: { group: "circuits-courts" }) { totalCount coverage { total read readTwice } nodes { id title } } }`;
  await ask(list, {});
  const { notebooks } = await timed("list them, with what was read", () => ask(list, {}));
  console.log(JSON.stringify(notebooks.coverage));
  const back = `mutation ($id: ID!) { takeBackTextImport(input: { id: $id, reason: "Essai." }) { problems { code } textImport { state } } }`;
  console.log(JSON.stringify(await timed("take the first of them back", () => ask(back, { id }))));
  console.log(`${await timed("take the rest back", () => takeBackTexts(database))} steps`);
  console.log(JSON.stringify((await ask(list, {})).notebooks.coverage));
}

/** Notebooks of eighty words, in a table. */
function made() {
  const words = "La route du marché est longue et les fermes se transmettent mal ; il faut une navette. ".split(" ");
  const lines = Array.from({ length: count }, (_, at) => {
    const text = Array.from({ length: 80 }, (__, place) => words[(at * 7 + place * 3) % words.length]).join(" ");
    return `Andilly;${at};Cahier ${at};Un groupe;17;15/02/2019;"${text}"`;
  });
  return Buffer.from(["commune;n;titre;structure;lieu;date;texte", ...lines].join("\n"));
}
