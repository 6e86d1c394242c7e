import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";
import { forgetMails } from "./introduction.mail.ts";

/** Forgets who asked to meet whom, and their words. */
export const forgetIntroductions = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from introduction where coalesce(answered_on, asked_on) < $1::date - $2::interval", [
    dayOf(now),
    after,
  ]);

/**
 * An exchange leads to its author: it goes with their account, with who asked to meet them, and with the mails that wait to
 * tell the other one of it.
 */
export async function eraseExchanges({ db, now }: Transaction, personId: string) {
  const [gone] = await db.query<[{ id: string }[], number]>(
    `delete from introduction i using exchange e where e.id = i.exchange_id and $1 in (i.asked_by_id, e.author_id)
     returning i.id`,
    [personId],
  );
  await forgetMails(
    db,
    gone.map(({ id }) => id),
  );
  await db.query(
    `update exchange set title = '', text = '', organisation = null, status = 'WITHDRAWN', status_on = $2,
       status_reason = null, closed_on = coalesce(closed_on, $2::date), version = version + 1 where author_id = $1`,
    [personId, dayOf(now)],
  );
}
