import type { EntityManager, EntitySchema } from "typeorm";

/**
 * A condition: no other table names the row `it` of a table. The foreign keys say which could, those of rooms above and
 * of tables made later included; a table that names its own rows is left out, and those that stand beside it.
 */
export function unreferenced(db: EntityManager, table: EntitySchema, it = "it", beside: string[] = []): string {
  const { tableName } = db.connection.getMetadata(table);
  const names = db.connection.entityMetadatas
    .filter((other) => other.tableName !== tableName && !beside.includes(other.tableName))
    .flatMap(({ tableName: from, foreignKeys }) =>
      foreignKeys
        .filter(({ referencedTablePath }) => referencedTablePath === tableName)
        .map(({ columnNames: [name] }) => `not exists (select from "${from}" where "${name}" = ${it}.id)`),
    )
    .join(" and ");
  return names || "true";
}
