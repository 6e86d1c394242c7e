import type { EntityManager } from "typeorm";
import { countOf } from "../../../platform/retention.ts";

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
