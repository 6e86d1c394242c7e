import type { EntityManager, EntitySchema } from "typeorm";
import type pg from "pg";

/** Runs a statement that PostgreSQL plans once a connection and knows by name: for what is asked at every page. */
export async function prepared<Row>(
  { connection }: EntityManager,
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { master } = connection.driver as unknown as { master: pg.Pool };
  const { rows } = await master.query({ name, text, values });
  return rows as Row[];
}

const texts = new WeakMap<object, Map<string, string>>();

/** Rows of a table by their ids, in one prepared statement and in no order. */
export function rowsById<Row extends { id: string }>(db: EntityManager, table: EntitySchema<Row>, ids: string[]) {
  const { connection } = db;
  const known = texts.get(connection) ?? new Map<string, string>();
  texts.set(connection, known);
  const { name } = table.options;
  let text = known.get(name);
  if (!text) {
    const { tableName, columns } = connection.getMetadata(table);
    const list = columns.map(({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`).join(", ");
    text = `select ${list} from "${tableName}" where id = any($1::uuid[])`;
    known.set(name, text);
  }
  return prepared<Row>(db, `load ${name}`, text, [ids]);
}
