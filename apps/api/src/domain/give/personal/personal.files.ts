import { Readable } from "node:stream";
import type { Column } from "../../../platform/files/cell.ts";
import { csv } from "../../../platform/files/csv.ts";
import type { Row } from "./personal.rows.ts";

export const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;
export type Format = keyof typeof types;

type Pages = AsyncIterable<{ table: string; rows: Row[] }>;

const columns: Column[] = ["table", "row", "column", "value"].map((key) => ({ key, label: key, kind: "words" }));

const cell = (value: unknown) =>
  value === null || typeof value === "string"
    ? value
    : value instanceof Date
      ? value.toISOString()
      : JSON.stringify(value);

/** All that is kept of somebody, as one file, written page by page: by table in JSON; one line for each value in CSV. */
export const personalFile = (pages: Pages, format: Format, day: string): Readable =>
  format === "json"
    ? Readable.from(jsonOf(pages, day), { objectMode: false })
    : csv({ columns, rows: linesOf(pages) }, { labels: false });

async function* jsonOf(pages: Pages, day: string) {
  yield `{\n  "madeOn": ${JSON.stringify(day)},\n  "tables": {`;
  let open: string | null = null;
  for await (const { table, rows } of pages) {
    const lines = rows.map((row) => `      ${JSON.stringify(row)}`).join(",\n");
    if (table === open) yield `,\n${lines}`;
    else yield `${open === null ? "" : "\n    ],"}\n    ${JSON.stringify(table)}: [\n${lines}`;
    open = table;
  }
  yield `${open === null ? "" : "\n    ]"}\n  }\n}\n`;
}

async function* linesOf(pages: Pages) {
  const counts = new Map<string, number>();
  for await (const { table, rows } of pages) {
    const before = counts.get(table) ?? 0;
    counts.set(table, before + rows.length);
    yield rows.flatMap((row, at) =>
      Object.entries(row).map(([name, value]) => [table, String(before + at + 1), name, cell(value)]),
    );
  }
}
