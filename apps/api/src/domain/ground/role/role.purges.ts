import type { EntityManager } from "typeorm";
import { countOf } from "../../../platform/retention.ts";

/** Forgets to which address an invitation went, once it is over. */
export const forgetInvited = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `update invitation set email = null
     where email is not null and expires_at < $1::timestamptz - $2::interval`,
    [now, after],
  );
