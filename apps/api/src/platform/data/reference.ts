import type { DataSource, EntityManager, EntitySchema } from "typeorm";

/** Most rows in the cache: territories, objectives, questions and closed lists make some thousands. */
const most = 20_000;

const tables = new WeakSet<EntitySchema>();

/** Declares a table that pages often read and people seldom change: `load` caches its rows by id. */
export const declareReference = (table: EntitySchema) => void tables.add(table);

/** True for a table whose rows are cached. */
export const isReference = (table: EntitySchema) => tables.has(table);

/**
 * Rows read of a database since its log came to the end it is at: whatever changes them moves that end (0034). Readers
 * never write to them.
 */
class RowCache {
  readonly #values = new Map<string, object | null>();
  /** Rows in it, those of lists among them. */
  rows = 0;

  /** The value cached under a name: null where there was nothing to read, undefined where nobody asked. */
  get(name: string) {
    return this.#values.get(name);
  }

  set(name: string, value: object | null) {
    const rows = Array.isArray(value) ? value : [];
    rows.forEach(Object.freeze);
    this.#values.set(name, Object.freeze(value));
    this.rows += 1 + rows.length;
  }

  delete(name: string) {
    this.#values.delete(name);
  }
}

/** Databases whose end nothing moves: the sealed tables of rehearsals. */
const uncached = new WeakSet<DataSource>();

/** Says that nothing moves the end of this database: nothing of it is cached. */
export const neverCache = (database: DataSource) => void uncached.add(database);

const caches = new WeakMap<DataSource, { end: string; cache: RowCache }>();

/**
 * The row that `fetch` reads, cached as long as the database is at this end: for a command, which read the end in its
 * transaction once it held its locks. A row that is not there is asked for again.
 */
export async function cachedAt<Value extends object>(
  db: EntityManager,
  end: string,
  name: string,
  fetch: () => Promise<Value | null>,
): Promise<Value | null> {
  const cache = cacheAt(db, end);
  const known = cache.get(name) as Value | undefined;
  if (known) return known;
  const value = await fetch();
  if (value) cache.set(name, value);
  return value;
}

/** The rows cached at this `end`; those of an earlier one are dropped. */
export function cacheAt({ connection }: EntityManager, end: string): RowCache {
  if (uncached.has(connection)) return new RowCache();
  const known = caches.get(connection);
  if (known?.end === end && known.cache.rows < most) return known.cache;
  const cache = new RowCache();
  caches.set(connection, { end, cache });
  return cache;
}
