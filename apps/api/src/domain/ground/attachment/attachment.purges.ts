import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";
import { looseAttachment } from "./attachment.writes.ts";

/** Forgets the files that went into no reply: whoever sent one changed their mind. */
export const forgetLoose = (db: EntityManager, now: Date, after: string) =>
  countOf(db, `delete from attachment where kept_on < $1::date - $2::interval and ${looseAttachment}`, [
    dayOf(now),
    after,
  ]);
