import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";

/** Forgets who asked to meet whom, and their words. */
export const forgetIntroductions = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from introduction where coalesce(answered_on, asked_on) < $1::date - $2::interval", [
    dayOf(now),
    after,
  ]);
