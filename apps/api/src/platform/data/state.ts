import type { EntityManager } from "typeorm";
import { prepared } from "./statement.ts";

/** The state of everything that is written: the same until somebody commits. Read before what is made of it. */
export async function stateOf(db: EntityManager): Promise<string> {
  const [found] = await prepared<{ state: string }>(db, "database: state", "select database_state() as state");
  return found!.state;
}

/** The state of everything that is written, and of what could take a word from sight. */
export interface States {
  state: string;
  /** The same until somebody commits more than new answers and reactions, or what no visitor's page shows. */
  end: string;
  /** How far the log of the database was written once the state was read: all that the state knows is before. */
  written: number;
  /** The history that this log belongs to: another one once another server took over. */
  timeline: string;
}

/** A commit is seen once it is written: where nobody waits for that, all that is under way counts. */
const written = `case current_setting('synchronous_commit')
  when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end`;

/** The end alone. */
export async function endOf(db: EntityManager): Promise<string> {
  const [found] = await prepared<Pick<States, "end">>(db, "database: end", 'select database_end() as "end"');
  return found!.end;
}

/** All of them, read before what is made of them. */
export async function statesOf(db: EntityManager): Promise<States> {
  const text = `select database_state() as state, database_end() as "end",
    (${written} - '0/0'::pg_lsn)::float8 as written, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline`;
  const [found] = await prepared<States>(db, "database: states", text);
  return found!;
}
