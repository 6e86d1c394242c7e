import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";

/** Forgets why somebody offered to be a referent, and what they were answered. */
export const forgetCandidacies = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from candidacy where offered_on < $1::date - $2::interval", [dayOf(now), after]);
