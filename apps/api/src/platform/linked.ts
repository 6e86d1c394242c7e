import type { EntityManager, EntitySchema } from "typeorm";
import { grouped } from "./batch.ts";
import type { Context } from "./context.ts";
import { prepared } from "./statement.ts";

interface Row {
  id: string;
}

/**
 * Rows of `table` that hang from a row of another one. `text` says which, for all the rows of the request at once:
 * it takes their ids as `$1`, then `values`, and answers with `key` and `id`, in the order the rows are to come in.
 */
export async function linked<Of extends Row>(
  context: Context,
  name: string,
  table: EntitySchema<Of>,
  text: string,
  key: string,
  values: unknown[] = [],
): Promise<Of[]> {
  const pairs = context.batch(name, async (keys) =>
    grouped(await prepared<{ key: string; id: string }>(context.db, name, text, [keys, ...values]), (pair) => pair.key),
  );
  return loadAll(
    context,
    table,
    ((await pairs(key)) ?? []).map(({ id }) => id),
  );
}

/** Rows in the order of their ids; those that are not there are left out. */
export async function loadAll<Of extends Row>(context: Context, table: EntitySchema<Of>, ids: string[]): Promise<Of[]> {
  const rows = await Promise.all(ids.map((id) => context.load(table, id)));
  return rows.filter((row) => row !== null);
}

/** Inserts a row unless it is there; says whether it was not. */
export async function insertOnce<Of extends object>(db: EntityManager, table: EntitySchema<Of>, row: Of) {
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
