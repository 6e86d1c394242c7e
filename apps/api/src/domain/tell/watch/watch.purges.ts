import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";

/** Forgets what was asked and not confirmed; links that served are known for as long, so that they can say so. */
export const forgetRequests = (db: EntityManager, now: Date) =>
  countOf(db, "delete from watch_request where expires_at <= $1", [now]);

/** Forgets what an account that is erased follows, and what its address does without it. */
export async function forgetWatcher({ db }: Transaction, personId: string) {
  await db.query("delete from watcher where person_id = $1", [personId]);
  const own = "address = (select lower(email) from person where id = $1 and email_verified)";
  await db.query(`delete from watcher where ${own}`, [personId]);
  await db.query(`delete from watch_request where ${own}`, [personId]);
}
