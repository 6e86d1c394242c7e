import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";

/**
 * Forgets from which device reactions came. Those that one device gave to one thing keep a random mark in common: they
 * go on counting once.
 */
export const forgetReactors = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `with fresh as (
       select subject_id, author_digest, 'gone ' || gen_random_uuid() as mark from reaction
       where author_digest not like 'gone %' group by 1, 2
       having max(reacted_on) < $1::date - $2::interval)
     update reaction r set author_digest = fresh.mark from fresh
     where r.subject_id = fresh.subject_id and r.author_digest = fresh.author_digest`,
    [dayOf(now), after],
  );
