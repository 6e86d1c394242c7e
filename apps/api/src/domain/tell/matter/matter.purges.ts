import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";
import { TakenMatters } from "./matter.entity.ts";

/** Forgets who took care of what, once it lapsed. */
export const forgetTaken = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from taken_matter where taken_on <= $1::date - $2::interval", [dayOf(now), after]);

/** An account that is erased lets go of all it took. */
export const letGoWith = ({ db }: Transaction, personId: string) => db.delete(TakenMatters, { personId });
