import { Readable } from "node:stream";
import type { Cell, Column, Table } from "./cell.ts";

/**
 * Characters that make a spreadsheet take words for a formula: = + - @ and their full-width forms, as OWASP lists them.
 */
const formula = "[=+\\-@＝＋－＠]";
const first = new RegExp(`^\\s*${formula}|^[\\t\\r]`);
/** Right after a separator or a quote, where a file opened with another separator would begin a cell. */
const inside = new RegExp(`[;,\\t"](?=${formula})`, "g");
const mayBe = new RegExp(`${formula}|^[\\t\\r]`);

/** Words as a spreadsheet cannot run them: an apostrophe stands before what could begin a formula. */
export function neutral(words: string): string {
  if (!mayBe.test(words)) return words;
  const apart = words.replace(inside, "$&'");
  return first.test(apart) ? `'${apart}` : apart;
}

const quoted = (words: string) => {
  const safe = neutral(words);
  return `"${safe.includes('"') ? safe.replaceAll('"', '""') : safe}"`;
};

const plain = /^[A-Za-z0-9][A-Za-z0-9_.:~#-]*$/;

/** A cell as RFC 4180 has it. Numbers are left as they are, a negative one too; words are quoted, always. */
function field(cell: Cell, { kind }: Column): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return kind !== "words" && plain.test(cell) ? cell : quoted(cell);
}

/** A table as CSV: UTF-8 with its mark, `;`, a line of keys, a line of labels unless it has none, then the rows. */
export function csv({ columns, rows }: Pick<Table, "columns" | "rows">, { labels = true } = {}): Readable {
  return Readable.from(
    (async function* () {
      yield `\uFEFF${columns.map(({ key }) => field(key, { kind: "code" } as Column)).join(";")}\r\n`;
      if (labels) yield `${columns.map(({ label }) => quoted(label)).join(";")}\r\n`;
      for await (const batch of rows) {
        let text = "";
        for (const row of batch) {
          for (let at = 0; at < row.length; at++) text += (at ? ";" : "") + field(row[at]!, columns[at]!);
          text += "\r\n";
        }
        yield text;
      }
    })(),
    { objectMode: false },
  );
}
