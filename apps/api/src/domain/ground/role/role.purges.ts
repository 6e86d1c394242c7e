import type { EntityManager } from "typeorm";
import { countOf } from "../../../platform/retention.ts";

/** Forgets invitations, with the address that some hold, once they were used, taken back or ran out. */
export const forgetInvited = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `delete from invitation
     where coalesce(accepted_at, withdrawn_at, expires_at) < $1::timestamptz - $2::interval`,
    [now, after],
  );
