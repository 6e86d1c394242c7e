import type { EntityManager } from "typeorm";
import { type Context, createContext } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Cell, Table } from "../../../platform/files/cell.ts";
import type { ChainColumn, ChainRow, ChainTable } from "./chain.columns.ts";
import { chainTables } from "./chain.tables.ts";

const batch = 500;
const first = "00000000-0000-0000-0000-000000000000";

/** The ids of the rows that were told, by the names of their tables. */
export type RowsInArchive = Map<string, Set<string>>;

interface OpenChainOptions {
  db: EntityManager;
  origin: string;
}

/**
 * The rows of a table, some hundreds at a time: a slow reader holds no connection. With `told`, a row whose ids lead to
 * one that was not told is left out, since what is taken back while an archive is made must leave nothing that leads to
 * nowhere; what was told once is told again the same.
 */
export async function* chainRows(
  table: ChainTable,
  asked: OpenChainOptions,
  told?: RowsInArchive,
): AsyncGenerator<Cell[][]> {
  const { name, columns, by } = table;
  const before = told?.get(name);
  const ids = new Set<string>();
  for await (const rows of table.select ? selected(table, asked.db) : domain(table, asked.db)) {
    const cells: Cell[][] = [];
    for (const row of rows) {
      const key = by.map((each) => row[each]).join(" ");
      const leads = columns.every((column) => column.optional || isTold(row, column, told));
      if (!leads || (before && !before.has(key))) continue;
      ids.add(key);
      cells.push(
        columns.map((column) =>
          column.key === "address"
            ? table.address!(row as never, asked.origin)
            : column.optional && !isTold(row, column, told)
              ? null
              : cellOf(row[column.key]),
        ),
      );
    }
    yield cells;
  }
  if (!before) told?.set(name, ids);
}

const isTold = (row: ChainRow, { key, to }: ChainTable["columns"][number], told?: RowsInArchive) =>
  !to || !told || row[key] === null || told.get(to)!.has(row[key] as string);

const keysOf = (by: ChainTable["by"]) => by.map((key) => `it."${key}"`).join(", ");

async function* selected({ name, by, select }: ChainTable, db: EntityManager): AsyncGenerator<ChainRow[]> {
  const keys = keysOf(by);
  const after = by.map((_, at) => `$${at + 1}::uuid`).join(", ");
  const text = `select * from (${select}) it where (${keys}) > (${after}) order by ${keys} limit ${batch}`;
  let last: unknown[] = by.map(() => first);
  for (;;) {
    const rows = await prepared<ChainRow>(db, `open chain: ${name}`, text, last);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    last = by.map((key) => rows.at(-1)![key]);
  }
}

async function* domain({ by, rows }: ChainTable, { connection }: EntityManager): AsyncGenerator<ChainRow[]> {
  const found = (await rows!(createContext(connection))) as ChainRow[];
  const [key] = by as [string];
  yield found.toSorted((a, b) => ((a[key] as string) < (b[key] as string) ? -1 : 1));
}

/** A value as a cell: instants in UTC, lists of codes or of sentences with a bar between. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "number")
    return value ?? null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length ? value.join(" | ") : null;
  return JSON.stringify(value);
}

/** One table of the chain by its name; null where there is none. */
export const chainTable = (name: string): ChainTable | null => chainTables.find((each) => each.name === name) ?? null;

/** A table of the chain as files have it. */
export const tableOf = (
  table: ChainTable,
  asked: OpenChainOptions,
  label: (column: ChainColumn) => string,
  told?: RowsInArchive,
): Pick<Table, "columns" | "rows"> => ({
  columns: table.columns.map((each) => ({ key: each.key, kind: each.kind, label: label(each) })),
  rows: chainRows(table, asked, told),
});

/** Names of the tables that have no row yet. Short ones are read; the others are asked for one row, all at once. */
export async function emptyTables(context: Context): Promise<string[]> {
  const [long, short] = [chainTables.filter(({ select }) => select), chainTables.filter(({ select }) => !select)];
  // The first in the order of a page: « exists » would plan for all the rows.
  const empty = long.map(
    ({ name, by, select }) =>
      `case when (select true from (${select}) it order by ${keysOf(by)} limit 1) is null then '${name}' end`,
  );
  const [[found], some] = await Promise.all([
    prepared<{ names: string[] }>(
      context.db,
      "open chain: empty",
      `select array_remove(array[${empty.join(", ")}], null) as names`,
    ),
    Promise.all(short.map(async ({ name, rows }) => ((await rows!(context)).length === 0 ? [name] : []))),
  ]);
  return [...found!.names, ...some.flat()];
}
