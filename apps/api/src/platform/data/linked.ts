import type { EntityManager, EntitySchema } from "typeorm";
import { grouped } from "./batch.ts";
import type { Context } from "../context.ts";
import { withInstants } from "./joined.ts";
import { columnsOf, rowsOf } from "./statement.ts";

type Linked = <Row extends object>(
  context: Context,
  name: string,
  table: EntitySchema<Row>,
  rest: string,
  id: string,
  values?: unknown[],
) => Promise<Row[]>;

/**
 * Rows of `table` that hang from a row of another one, in one statement for all the rows of the request.
 * `rest` follows its columns: « … as key from … », where the table is called `it`, the ids of the rows they hang from
 * are `$1`, and `values` come after.
 */
export const linked: Linked = async (context, name, table, rest, id, values = []) => {
  // Other values make another batch.
  const loader = context.batch(`${name} ${JSON.stringify(values)}`, fetching(context, name, table, rest, values));
  return (await loader(id)) ?? [];
};

/**
 * The same, cached from one request to another: of tables that move the end of the database at each write, and of texts
 * that rows of these name (`keptRows.test`).
 */
export const linkedCached: Linked = async (context, name, table, rest, id, values = []) => {
  const loader = context.cached(name, fetching(context, name, table, rest, values), values);
  return (await loader(id)) ?? [];
};

/**
 * The row of `table` that `values` name: what somebody typed, and what they may read. It is cached from one request to
 * another: of tables that move the end of the database at each write. `tail` is what follows `from`, where it is called `it`.
 */
export const rowNamed = <Row extends object>(
  context: Context,
  name: string,
  table: EntitySchema<Row>,
  tail: string,
  values: unknown[],
): Promise<Row | null> =>
  context.found(
    `${name} ${JSON.stringify(values)}`,
    async () => (await rowsOf(context.db, table, name, tail, values))[0] ?? null,
  );

const fetching =
  <Row extends object>(context: Context, name: string, table: EntitySchema<Row>, rest: string, values: unknown[]) =>
  async (ids: string[]): Promise<Map<string, Row[]>> => {
    const text = `select ${columnsOf(context.db, table)}, ${rest}`;
    const rows = await context.joined<Row & { key: string }>(name, text, [ids, ...values]);
    return grouped(withInstants(rows, instantsOf(context.db, table) as (keyof Row)[]), ({ key }) => key);
  };

/** Instants among the columns of a table. */
const instantsOf = ({ connection }: EntityManager, table: EntitySchema) =>
  connection
    .getMetadata(table)
    .columns.flatMap(({ type, propertyName }) => (type === "timestamptz" ? [propertyName] : []));

/** Rows of a table, as `rowsOf` reads them, with what else its turn asks. */
export async function rowsJoined<Row extends object>(
  { db, joined }: Pick<Context, "db" | "joined">,
  table: EntitySchema<Row>,
  name: string,
  tail: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { tableName, columns } = db.connection.getMetadata(table);
  // Bytes are no words.
  if (columns.some(({ type }) => type === "bytea")) return rowsOf(db, table, name, tail, values);
  const text = `select ${columnsOf(db, table)} from "${tableName}" it ${tail}`;
  return withInstants(await joined<Row>(name, text, values), instantsOf(db, table) as (keyof Row)[]);
}

/** Inserts a row unless it is there; says whether it was not. */
export async function insertOnce<Row extends object>(db: EntityManager, table: EntitySchema<Row>, row: Partial<Row>) {
  const { raw } = await db
    .createQueryBuilder()
    .insert()
    .into(table)
    .values(row as never)
    .orIgnore()
    .returning("*")
    .execute();
  return (raw as unknown[]).length > 0;
}

/** Rows of a table by their ids, in no order, with what else its turn asks. */
export const rowsByIdJoined = <Row extends { id: string }>(
  context: Pick<Context, "db" | "joined">,
  table: EntitySchema<Row>,
  ids: string[],
) => rowsJoined(context, table, `load ${table.options.name}`, "where it.id = any($1::uuid[])", [ids]);
