import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";

/**
 * Nothing is told of a text that was taken back. A mail that waits is taken back with it, with what it tells of other
 * responses: that is told by the next one.
 */
export async function forgetTold(db: EntityManager, contributionId: string) {
  await db.query(
    `delete from outgoing_mail where recipient is not null
       and id in (select mail_id from notice where contribution_id = $1)`,
    [contributionId],
  );
  await db.query("delete from notice where contribution_id = $1", [contributionId]);
}

/** Authors who were told of a key point are not told again of the one it was merged into. */
export const toldOfKept = (db: EntityManager, from: string, into: string) =>
  db.query(
    `insert into notice (contribution_id, step, target_id, seen)
     select contribution_id, step, $2, seen from notice where target_id = $1 on conflict do nothing`,
    [from, into],
  );

/** Mails that wait for an account that is erased are taken back. */
export async function takeMailsBack({ db }: Transaction, personId: string) {
  const theirs = `lower(recipient) = (select lower(email) from person where id = $1)`;
  await db.query(`update notice set mail_id = null where mail_id in (select id from outgoing_mail where ${theirs})`, [
    personId,
  ]);
  await db.query(`delete from outgoing_mail where ${theirs}`, [personId]);
}
