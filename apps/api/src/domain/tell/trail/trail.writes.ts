import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";
import { thingOf } from "./news.ts";

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

/**
 * Nothing is told of a reply, or of a handing over, that was taken back: mails that wait and tell it go with it, and the
 * one that comes in truth is told, to those too who were told this one.
 */
export async function forgetOfHandover(db: EntityManager, handoverId: string, step: "CARRIED" | "ANSWERED") {
  const told = "notice where target_id = $1 and step = $2";
  const values = [handoverId, step];
  await db.query(
    `delete from outgoing_mail where recipient is not null and id in (select mail_id from ${told})`,
    values,
  );
  await db.query(`delete from ${told}`, values);
  await db.query("delete from told where thing = $1", [thingOf({ kind: step, targetId: handoverId, on: null })]);
}

/** Mails that wait and name an initiative that was taken away, or of which words were masked, do not leave: what is left to tell is told anew. */
export const forgetNaming = (db: EntityManager, initiativeId: string) =>
  db.query(
    `delete from outgoing_mail where recipient is not null
       and id in (select mail_id from notice where target_id = $1 and step = 'MARKED' and mail_id is not null)`,
    [initiativeId],
  );

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

/**
 * Forgets the notices of groups that ended long ago, and from which day on something of them would be news again. A
 * notice is untied from its mail once that left: the mail can go, and the notice stays.
 */
export async function forgetNotices(db: EntityManager, now: Date, after: string) {
  await db.query(
    "update notice set mail_id = null from outgoing_mail m where m.id = notice.mail_id and m.recipient is null",
  );
  const over = "archived_on < $1::timestamptz - $2::interval";
  await db.query(
    `insert into notice_end (group_id, ended_on) select id, $1::date from working_group where ${over}
     on conflict (group_id) do update set ended_on = excluded.ended_on`,
    [now, after],
  );
  return countOf(
    db,
    `delete from notice using contribution c join objective o on o.id = c.objective_id
       join working_group g on g.id = o.group_id and g.${over}
     where c.id = notice.contribution_id`,
    [now, after],
  );
}
