import { m } from "@cahier/schema/messages";
import { Readable } from "node:stream";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Column } from "../../../platform/files/cell.ts";
import { csv } from "../../../platform/files/csv.ts";
import { partOfTable } from "./personal.parts.ts";
import { isAct, type Row } from "./personal.rows.ts";

export const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;
export type Format = keyof typeof types;

type Pages = AsyncIterable<{ table: string; rows: Row[] }>;

const columns = (locale: Language): Column[] =>
  (["keptAs", "table", "row", "column", "value"] as const).map((key) => ({
    key,
    label: m[`personal_file_${key}`]({}, { locale }),
    kind: "words",
  }));

/** Kind of data that a row is, in the words of the privacy page. */
const keptAs = (table: string, row: Row, locale: Language) =>
  m[`retention_${isAct(row) ? "act" : partOfTable(table)}`]({}, { locale });

const cell = (value: unknown) =>
  value === null || typeof value === "string"
    ? value
    : value instanceof Date
      ? value.toISOString()
      : JSON.stringify(value);

/**
 * All that is kept of somebody, as one file, written page by page: by table in JSON; one line for each value in CSV. Each
 * row says what it is in words.
 */
export const personalFile = (pages: Pages, format: Format, day: string, locale: Language): Readable =>
  format === "json"
    ? Readable.from(jsonOf(pages, day, locale), { objectMode: false })
    : csv({ columns: columns(locale), rows: linesOf(pages, locale) });

async function* jsonOf(pages: Pages, day: string, locale: Language) {
  yield `{\n  "madeOn": ${JSON.stringify(day)},\n  "tables": {`;
  let open: string | null = null;
  for await (const { table, rows } of pages) {
    const lines = rows
      .map((row) => `      ${JSON.stringify({ keptAs: keptAs(table, row, locale), ...row })}`)
      .join(",\n");
    if (table === open) yield `,\n${lines}`;
    else yield `${open === null ? "" : "\n    ],"}\n    ${JSON.stringify(table)}: [\n${lines}`;
    open = table;
  }
  yield `${open === null ? "" : "\n    ]"}\n  }\n}\n`;
}

async function* linesOf(pages: Pages, locale: Language) {
  const counts = new Map<string, number>();
  for await (const { table, rows } of pages) {
    const before = counts.get(table) ?? 0;
    counts.set(table, before + rows.length);
    yield rows.flatMap((row, at) =>
      Object.entries(row).map(([name, value]) => [
        keptAs(table, row, locale),
        table,
        String(before + at + 1),
        name,
        cell(value),
      ]),
    );
  }
}
