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
}

/** Both, read before what is made of them. */
export async function statesOf(db: EntityManager): Promise<States> {
  const text = 'select database_state() as state, database_end() as "end"';
  const [found] = await prepared<States>(db, "database: states", text);
  return found!;
}
