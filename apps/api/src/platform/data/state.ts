import type { EntityManager } from "typeorm";
import { prepared } from "./statement.ts";

/** Name of the state of the whole database, which every commit changes. Read it before the rows it stands for. */
export async function stateOf(db: EntityManager): Promise<string> {
  const [found] = await prepared<{ state: string }>(db, "database: state", "select database_state() as state");
  return found!.state;
}

/** The state of the database, by what a commit may change of the pages that visitors see. */
export interface States {
  state: string;
  /** Changes with each commit that may hide or alter something visitors see, not with new responses and reactions. */
  end: string;
  /** Position in the log of the database, read after the state: everything the state knows lies before it. */
  written: number;
  /** Timeline of this log: another one once another server took over. */
  timeline: string;
}

/** SQL: position after which a commit is visible; with `synchronous_commit` off, the position of what is being written. */
const written = `case current_setting('synchronous_commit')
  when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end`;

/**
 * `ask`, where those who come while it is asked are answered together by the next one: it begins once they came, so that
 * it knows all that was written before.
 */
function together<Found>(ask: (db: EntityManager) => Promise<Found>) {
  const asked = new WeakMap<EntityManager, { answer: Promise<Found>; next?: Promise<Found> }>();
  function begin(db: EntityManager) {
    const now: { answer: Promise<Found>; next?: Promise<Found> } = { answer: ask(db) };
    asked.set(db, now);
    const done = () => {
      if (!now.next) asked.delete(db);
    };
    now.answer.then(done, done);
    return now.answer;
  }
  return (db: EntityManager): Promise<Found> => {
    const now = asked.get(db);
    if (!now) return begin(db);
    const next = () => begin(db);
    return (now.next ??= now.answer.then(next, next));
  };
}

/** SQL: the `end`, read once by a statement that reads rows too. It stands for rows that are read after these. */
export const endNow = "(select database_end())";

/** The `end` alone, in one statement. */
export const endOf = together(async (db) => {
  const [found] = await prepared<Pick<States, "end">>(db, "database: end", 'select database_end() as "end"');
  return found!.end;
});

/** Reads the states. To be read before the rows they stand for. */
export const statesOf = together(async (db) => {
  const text = `select database_state() as state, database_end() as "end",
    (${written} - '0/0'::pg_lsn)::float8 as written, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline`;
  const [found] = await prepared<States>(db, "database: states", text);
  return found!;
});
