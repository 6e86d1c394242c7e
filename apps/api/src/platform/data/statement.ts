import type { EntityManager, EntitySchema } from "typeorm";
import type pg from "pg";

/**
 * A statement with its ids behind sub-selects, where the planner does not look. Those of which it asks whether there are
 * any at all stay: PostgreSQL leaves out what they decide.
 */
function behind(text: string) {
  const decisive = new Set(Array.from(text.matchAll(/\$(\d+)::uuid\[\] is (?:not )?null/g), ([, place]) => place));
  return text.replaceAll(/(?<!select )\$(\d+)::uuid\[\]/g, (ids, place: string) =>
    decisive.has(place) ? ids : `(select ${ids})::uuid[]`,
  );
}

/** Texts of named statements, and how they are asked. */
const once = new Map<string, string>();

/** The text of a named statement by which it is planned once, whatever the ids: made once a process. */
function plannedOnce(text: string) {
  let asked = once.get(text);
  if (asked === undefined) once.set(text, (asked = behind(text)));
  return asked;
}

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
  const { rows } = await client.query(name === null ? { text, values } : { name, text: plannedOnce(text), values });
  return rows as Row[];
}

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
