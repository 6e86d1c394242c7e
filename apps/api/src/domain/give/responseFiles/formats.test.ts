import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { asLibreOfficeReads, hasCalc, parsed, unzipped, within, wordsOf } from "../../../../test/acts/office.ts";
import type { Cell, Column, Table } from "../../../platform/files/cell.ts";
import { csv, neutral } from "../../../platform/files/csv.ts";
import { json } from "../../../platform/files/json.ts";
import { ods } from "../../../platform/files/ods.ts";
import { xlsx } from "../../../platform/files/xlsx.ts";

const columns: Column[] = [
  { key: "1.1", label: "=1+1; « ce que vous dites »", kind: "words" },
  { key: "1.2:FOOD", label: "@SUM(A1)", kind: "number" },
  { key: "1.3", label: 'Le "jour"', kind: "day" },
  { key: "1.4", label: "<b>&amp;</b>", kind: "code" },
];
const rows: Cell[][] = [
  ["=cmd|'/C calc'!A0", -3.5, "2026-02-28", "FOOD"],
  ['Deux lignes ;\n"entre guillemets", et <b>&amp; une suite</b>', 0, null, null],
  ["  deux  blancs, une\ttabulation ", "NOT_ASKED", "NOT_ASKED", "NOT_ASKED"],
  ["_x0041_ n’est pas A, 🌻 non plus", 12, "1912-06-20", "NO_OPINION"],
  [null, null, null, null],
  ["-12", 100000000000, "2012-06-20", "a_b.c-d"],
];
const table = (more: Partial<Table> = {}): Table => ({
  name: "Réponses",
  columns,
  rows: [rows.slice(0, 3), rows.slice(3)],
  ...more,
});
const two = () => [table(), table({ name: "Codebook", rows: [[["+1", 1, null, null]]] })];
/** As a spreadsheet shows them. */
const shown = (cells: Cell[][]) => cells.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
const whole = [columns.map(({ key }) => key), columns.map(({ label }) => label), ...shown(rows)];

describe("words that could be a formula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+33 1", "'+33 1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r=1"],
    ["＝1+1", "'＝1+1"],
    [" =1", "' =1"],
    ['"=1', "\"'=1"],
    [";=1", ";'=1"],
    ["bla;=1+1", "bla;'=1+1"],
    ["bla,@SUM(1)", "bla,'@SUM(1)"],
    ["bla\t+1", "bla\t'+1"],
  ])("as %j does are given an apostrophe: %j", (words, safe) => expect(neutral(words)).toBe(safe));

  it.each(["1 + 1 = 2", "un lien - et du temps", "nom@exemple", "1-2", "l’« = » du prix", "5 % de -10 %"])(
    "are left as they were written when they cannot: %j",
    (words) => expect(neutral(words)).toBe(words),
  );
});

describe("a CSV file", () => {
  const read = async () => parse(await buffer(csv(table())), { delimiter: ";", bom: true });

  it("holds the same words, with no formula in any of its cells, headers and options included", async () => {
    const cells = (await read()).flat();
    expect(cells.filter((cell) => /(^|[\s";,])[=+@]|^[\t\r]/.test(cell))).toEqual([]);
    expect(await read()).toEqual(whole.map((row) => row.map((cell) => (cell === "-3.5" ? cell : neutral(cell)))));
  });

  it("keeps a negative number a number, and quotes people's words always", async () => {
    const lines = (await buffer(csv(table()))).toString().split("\r\n");
    expect(lines[0]).toBe("\uFEFF1.1;1.2:FOOD;1.3;1.4");
    expect(lines[2]).toBe("\"'=cmd|'/C calc'!A0\";-3.5;2026-02-28;FOOD");
    expect(lines.at(-2)).toBe('"\'-12";100000000000;2012-06-20;a_b.c-d');
  });
});

describe("a workbook", () => {
  it("is well-formed, and holds words as words, numbers as numbers, days as days", async () => {
    const files = await unzipped(await buffer(xlsx(two())));
    for (const content of Object.values(files)) parsed(content.toString());
    const cells = within(parsed(files["xl/worksheets/sheet1.xml"]!.toString()), "row").map((row) => within(row, "c"));
    expect(cells.map((row) => row.length)).toEqual(whole.map((row) => row.length));
    expect(within(parsed(files["xl/worksheets/sheet1.xml"]!.toString()), "f")).toEqual([]);
    const [formula, number, day] = cells[2]!;
    expect([formula!.attributes.t, wordsOf(formula!)]).toEqual(["inlineStr", "=cmd|'/C calc'!A0"]);
    expect([number!.attributes.t, wordsOf(number!)]).toEqual([undefined, "-3.5"]);
    expect(wordsOf(day!)).toBe("46081");
  });

  it.skipIf(!hasCalc)(
    "is read by LibreOffice cell for cell, every sheet",
    async () => {
      const read = await asLibreOfficeReads(await buffer(xlsx(two())), "xlsx");
      expect(Object.keys(read).toSorted()).toEqual(["Codebook", "Réponses"]);
      expect(read["Réponses"]).toEqual(whole);
      expect(read.Codebook!.at(-1)).toEqual(["+1", "1", "", ""]);
    },
    60_000,
  );
});

describe("an OpenDocument spreadsheet", () => {
  it("begins with its type, unpacked, and is well-formed, without a formula", async () => {
    const file = await buffer(ods(two()));
    expect(file.subarray(30, 38 + 46).toString()).toBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    const files = await unzipped(file);
    const content = files["content.xml"]!.toString();
    parsed(files["META-INF/manifest.xml"]!.toString());
    const cells = within(parsed(content), "table:table-row").map((row) => within(row, "table:table-cell"));
    expect(cells).toHaveLength(whole.length + 3);
    expect(content).not.toContain("table:formula");
    expect(cells[2]!.map(({ attributes }) => attributes["office:value-type"])).toEqual([
      "string",
      "float",
      "date",
      "string",
    ]);
  });

  it.skipIf(!hasCalc)(
    "is read by LibreOffice cell for cell, every sheet",
    async () => {
      const read = await asLibreOfficeReads(await buffer(ods(two())), "ods");
      expect(read["Réponses"]).toEqual(whole);
      expect(read.Codebook!.at(-1)).toEqual(["+1", "1", "", ""]);
    },
    60_000,
  );
});

describe("any of them", () => {
  it("leaves out what XML cannot hold, rather than break", async () => {
    const bad = table({ rows: [[["a\u0000\u000b\uFFFFb\uD800", null, null, null]]] });
    const sheets = [
      ["xl/worksheets/sheet1.xml", await buffer(xlsx([bad]))],
      ["content.xml", await buffer(ods([bad]))],
    ] as const;
    for (const [name, file] of sheets) {
      const document = parsed((await unzipped(file))[name]!.toString());
      expect(wordsOf(document)).toMatch(/ab\uFFFD$/);
    }
  });

  it("is the same to the byte when it is made again", async () => {
    for (const make of [xlsx, ods]) expect((await buffer(make(two()))).equals(await buffer(make(two())))).toBe(true);
  });

  it("reads its rows only as fast as it is read, and stops when nobody reads any more", async () => {
    for (const make of [
      (one: Table) => csv(one),
      (one: Table) => json({}, { responses: one }),
      (one: Table) => xlsx([one]),
      (one: Table) => ods([one]),
    ]) {
      let made = 0;
      let stopped = false;
      const noise = () => Array.from({ length: 400 }, () => Math.random().toString(36)).join(" ");
      const endless = (async function* () {
        try {
          for (;;) {
            made++;
            yield Array.from({ length: 20 }, () => [noise(), 1, null, null] as Cell[]);
          }
        } finally {
          stopped = true;
        }
      })();
      let read = 0;
      for await (const chunk of make(table({ rows: endless }))) {
        read += chunk.length;
        if (read < 200_000) continue;
        await wait(150);
        expect(made).toBeLessThan(20);
        break;
      }
      await wait(50);
      expect(stopped).toBe(true);
    }
  });

  it("is cut short when its rows cannot be read to the end, so that nobody takes it for whole", async () => {
    const failing = async function* () {
      yield rows;
      throw new Error("the database went away");
    };
    for (const make of [(one: Table) => csv(one), (one: Table) => xlsx([one]), (one: Table) => ods([one])])
      await expect(buffer(make(table({ rows: failing() })))).rejects.toThrow("the database went away");
  });
});
