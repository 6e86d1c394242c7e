import type { EntityManager, EntitySchema } from "typeorm";
import type pg from "pg";

/**
 * Runs a prepared statement, which PostgreSQL plans once a connection and knows by name: for the reads of every page and
 * the writes of every response; without a name it is planned each time. Called on the manager of a transaction, it belongs to that transaction.
 */
export async function prepared<Row>(
  { connection, queryRunner }: EntityManager,
  name: string | null,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { master } = connection.driver as unknown as { master: pg.Pool };
  const client = queryRunner ? ((await queryRunner.connect()) as pg.PoolClient) : master;
  const { rows } = await client.query({ ...(name !== null && { name }), text, values });
  return rows as Row[];
}

/**
 * SQL: the ids `$1`, behind a sub-select, where the planner does not look: for a statement that takes longer to be planned
 * than to be answered, of which it then keeps one plan, whatever the number of ids.
 */
export const asked = "(select $1::uuid[])::uuid[]";

/**
 * SQL: the ids `$1` of a statement that is planned for as many as there are, whatever is asked with it: it follows long
 * lists from a few ids, and the plan for any number of ids reads too many of them.
 */
export const fewAsked = "cast($1 as uuid[])";

const lists = new WeakMap<object, Map<string, string>>();

/** « it.first_name as "firstName", … » of a table, for statements written by hand where it is called `alias`. */
export function columnsOf<Row extends object>({ connection }: EntityManager, table: EntitySchema<Row>, alias = "it") {
  const known = lists.get(connection) ?? new Map<string, string>();
  lists.set(connection, known);
  const key = `${table.options.name} ${alias}`;
  let list = known.get(key);
  if (!list) {
    const { columns } = connection.getMetadata(table);
    list = columns
      .map(({ databaseName, propertyName }) => `${alias}."${databaseName}" as "${propertyName}"`)
      .join(", ");
    known.set(key, list);
  }
  return list;
}

/** Rows of a table by a prepared statement: `tail` is what follows `from`, where the table is called `it`. */
export function rowsOf<Row extends object>(
  db: EntityManager,
  table: EntitySchema<Row>,
  name: string,
  tail: string,
  values: unknown[] = [],
) {
  const { tableName } = db.connection.getMetadata(table);
  return prepared<Row>(db, name, `select ${columnsOf(db, table)} from "${tableName}" it ${tail}`, values);
}

/** Rows of a table by their ids, in one prepared statement and in no order. */
export const rowsById = <Row extends { id: string }>(db: EntityManager, table: EntitySchema<Row>, ids: string[]) =>
  rowsOf(db, table, `load ${table.options.name}`, "where it.id = any($1::uuid[])", [ids]);
