import type { DataSource, EntityManager, EntitySchema } from "typeorm";

/** Most rows that a process keeps: territories, objectives, questions and closed lists make some thousands. */
const most = 20_000;

const tables = new WeakSet<EntitySchema>();

/** Declares a table that pages often read and people seldom change: `load` keeps its rows by id. */
export const declareReference = (table: EntitySchema) => void tables.add(table);

/** True for a table whose rows are kept. */
export const isReference = (table: EntitySchema) => tables.has(table);

/** Reference rows read at one `end` of the database (`state.ts`): whatever could change them moves that end. */
type Shelf = Map<string, object>;

const shelves = new WeakMap<DataSource, { end: string; shelf: Shelf }>();

/** The rows kept at this `end`; those kept at an earlier one are dropped. */
export function shelfAt({ connection }: EntityManager, end: string): Shelf {
  const known = shelves.get(connection);
  if (known?.end === end && known.shelf.size < most) return known.shelf;
  const shelf: Shelf = new Map();
  shelves.set(connection, { end, shelf });
  return shelf;
}
