import { Readable } from "node:stream";
import type { Cell, Column, Table } from "./cell.ts";

const line = (columns: Column[], row: Cell[]) =>
  JSON.stringify(Object.fromEntries(columns.map(({ key }, at) => [key, row[at]])));

async function* list({ columns, rows }: Pick<Table, "columns" | "rows">) {
  let between = "\n";
  for await (const batch of rows) {
    if (batch.length === 0) continue;
    yield between + batch.map((row) => line(columns, row)).join(",\n");
    between = ",\n";
  }
}

/** One document: what is known before, then the tables by their names, one row a line. */
export const json = (
  before: Record<string, unknown>,
  tables: Record<string, Pick<Table, "columns" | "rows">>,
): Readable =>
  Readable.from(
    (async function* () {
      yield JSON.stringify(before).slice(0, -1);
      for (const [name, table] of Object.entries(tables)) {
        yield `,\n${JSON.stringify(name)}: [`;
        yield* list(table);
        yield "\n]";
      }
      yield "\n}\n";
    })(),
    { objectMode: false },
  );
