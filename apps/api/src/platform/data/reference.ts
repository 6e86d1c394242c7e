import type { DataSource, EntityManager, EntitySchema } from "typeorm";

/** Most rows that a process keeps: territories, objectives, questions and closed lists make some thousands. */
const most = 20_000;

const tables = new WeakSet<EntitySchema>();

/** Declares a table that pages often read and people seldom change: `load` keeps its rows by id. */
export const declareReference = (table: EntitySchema) => void tables.add(table);

/** True for a table whose rows are kept. */
export const isReference = (table: EntitySchema) => tables.has(table);

/**
 * Rows read of a database since its log came to the end it is at: whatever changes them moves that end (0034). Readers
 * never write to them.
 */
class Shelf {
  readonly #held = new Map<string, object | null>();
  /** Rows that are held, those of lists among them. */
  rows = 0;

  /** The value held under a name: null where there was nothing to read, undefined where nobody asked. */
  get(name: string) {
    return this.#held.get(name);
  }

  set(name: string, value: object | null) {
    const rows = Array.isArray(value) ? value : [];
    rows.forEach(Object.freeze);
    this.#held.set(name, Object.freeze(value));
    this.rows += 1 + rows.length;
  }

  delete(name: string) {
    this.#held.delete(name);
  }
}

/** Databases whose end nothing moves: the sealed tables of rehearsals. */
const unkept = new WeakSet<DataSource>();

/** Says that nothing moves the end of this database: nothing of it is kept. */
export const keepNothingOf = (database: DataSource) => void unkept.add(database);

const shelves = new WeakMap<DataSource, { end: string; shelf: Shelf }>();

/**
 * What `fetch` reads, kept as long as the database is at this end: for a command, which read the end in its transaction
 * once it held what it locks. What is not there is asked again.
 */
export async function keptAt<Value extends object>(
  db: EntityManager,
  end: string,
  name: string,
  fetch: () => Promise<Value | null>,
): Promise<Value | null> {
  const shelf = shelfAt(db, end);
  const known = shelf.get(name) as Value | undefined;
  if (known) return known;
  const value = await fetch();
  if (value) shelf.set(name, value);
  return value;
}

/** The rows kept at this `end`; those kept at an earlier one are dropped. */
export function shelfAt({ connection }: EntityManager, end: string): Shelf {
  if (unkept.has(connection)) return new Shelf();
  const known = shelves.get(connection);
  if (known?.end === end && known.shelf.rows < most) return known.shelf;
  const shelf = new Shelf();
  shelves.set(connection, { end, shelf });
  return shelf;
}
