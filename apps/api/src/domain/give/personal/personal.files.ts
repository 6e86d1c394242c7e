import type { Readable } from "node:stream";
import type { Column } from "../../../platform/files/cell.ts";
import { csv } from "../../../platform/files/csv.ts";
import type { PersonalRows } from "./personal.queries.ts";

export const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;
export type Format = keyof typeof types;

const columns: Column[] = ["table", "row", "column", "value"].map((key) => ({ key, label: key, kind: "words" }));

const cell = (value: unknown) =>
  value === null || typeof value === "string"
    ? value
    : value instanceof Date
      ? value.toISOString()
      : JSON.stringify(value);

/** All that is kept of somebody, as one file: by table in JSON; one line for each value in CSV. */
export function personalFile(rows: PersonalRows, format: Format, day: string): Readable | string {
  if (format === "json") return `${JSON.stringify({ madeOn: day, tables: Object.fromEntries(rows) }, null, 2)}\n`;
  const lines = [...rows].map(([table, all]) =>
    all.flatMap((row, at) => Object.entries(row).map(([name, value]) => [table, String(at + 1), name, cell(value)])),
  );
  return csv({ columns, rows: lines }, { labels: false });
}
