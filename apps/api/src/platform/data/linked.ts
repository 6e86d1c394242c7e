import type { EntityManager, EntitySchema } from "typeorm";
import { grouped } from "./batch.ts";
import type { Context } from "../context.ts";
import { columnsOf, prepared, rowsOf } from "./statement.ts";

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
 * The same, kept from one request to another: of tables that move the end of the database at each write, and of texts
 * that rows of these name (`keptRows.test`).
 */
export const linkedKept: Linked = async (context, name, table, rest, id, values = []) => {
  const loader = context.kept(name, fetching(context, name, table, rest, values), values);
  return (await loader(id)) ?? [];
};

/**
 * The row of `table` that `values` name: what somebody typed, and what they may read. It is kept from one request to
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
  <Row extends object>({ db }: Context, name: string, table: EntitySchema<Row>, rest: string, values: unknown[]) =>
  async (ids: string[]): Promise<Map<string, Row[]>> => {
    const text = `select ${columnsOf(db, table)}, ${rest}`;
    return grouped(await prepared<Row & { key: string }>(db, name, text, [ids, ...values]), ({ key }) => key);
  };

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
