import type { DataSource, EntityManager, EntitySchema } from "typeorm";

/** What a process keeps at most: territories, objectives, questions and words of closed lists are some thousands. */
const most = 20_000;

const tables = new WeakSet<EntitySchema>();

/** Says that pages name the rows of a table again and again and few people change them: `load` keeps them by their id. */
export const declareReference = (table: EntitySchema) => void tables.add(table);

/** True for a table whose rows are kept. */
export const isReference = (table: EntitySchema) => tables.has(table);

/** What was read of a database since it came to the end it is at: whatever could change it moves that end (0034). */
type Shelf = Map<string, object>;

const shelves = new WeakMap<DataSource, { end: string; shelf: Shelf }>();

/** What is kept of a database at this end: what was kept at another one is let go. */
export function shelfAt({ connection }: EntityManager, end: string): Shelf {
  const known = shelves.get(connection);
  if (known?.end === end && known.shelf.size < most) return known.shelf;
  const shelf: Shelf = new Map();
  shelves.set(connection, { end, shelf });
  return shelf;
}
