import type { EntityManager, EntitySchema } from "typeorm";

/** A column of another table that names rows of one. */
export interface Referring {
  table: string;
  column: string;
}

/**
 * Columns that name rows of a table. The foreign keys say which, those of rooms above and of tables made later included; a
 * table that names its own rows is left out, and those that stand beside it.
 */
export function referring(db: EntityManager, table: EntitySchema, beside: string[] = []): Referring[] {
  const { tableName } = db.connection.getMetadata(table);
  return db.connection.entityMetadatas
    .filter((other) => other.tableName !== tableName && !beside.includes(other.tableName))
    .flatMap(({ tableName: from, foreignKeys }) =>
      foreignKeys
        .filter(({ referencedTablePath }) => referencedTablePath === tableName)
        .map(({ columnNames: [name] }) => ({ table: from, column: name! })),
    );
}

/** A condition: no other table names the row `it` of a table. */
export function unreferenced(db: EntityManager, table: EntitySchema, it = "it", beside: string[] = []): string {
  const names = referring(db, table, beside)
    .map(({ table: from, column }) => `not exists (select from "${from}" where "${column}" = ${it}.id)`)
    .join(" and ");
  return names || "true";
}
