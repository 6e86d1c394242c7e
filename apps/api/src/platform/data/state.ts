import type { EntityManager } from "typeorm";
import { prepared } from "./statement.ts";

/** The state of everything that is written: the same until somebody commits. Read before what is made of it. */
export async function stateOf(db: EntityManager): Promise<string> {
  const [found] = await prepared<{ state: string }>(db, "database: state", "select database_state() as state");
  return found!.state;
}
