import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";

/** Forgets why somebody offered to be a referent, and what they were answered. */
export const forgetCandidacies = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from candidacy where offered_on < $1::date - $2::interval", [dayOf(now), after]);

/** An account that is erased leaves its regional groups, and offers nothing any more. */
export async function leaveWith({ db }: Transaction, personId: string) {
  await db.query("delete from regional_member where person_id = $1", [personId]);
  await db.query("delete from candidacy where person_id = $1", [personId]);
}
