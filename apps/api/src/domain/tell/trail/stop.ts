import type { EntityManager } from "typeorm";
import { eraseAddress as eraseFromListeners } from "../../ground/listener/listener.writes.ts";
import { stopMailsToAccount } from "../../ground/person/person.writes.ts";
import { eraseAddress as eraseFromResponses } from "../../listen/response/response.writes.ts";
import { eraseAddress as eraseFromMeetings } from "../../meet/attendance/attendance.jobs.ts";
import { eraseAddress as eraseFromMinutes } from "../../meet/minutes/reader.purge.ts";
import { silenceAddress } from "../watch/watch.writes.ts";

/**
 * No more mails to an address: it is taken off the responses and the meetings it was left with, whose links in mails
 * lead nowhere from then on, since it may not have been their author's. An account keeps its address, and is written to
 * no more.
 */
export async function stopMails(db: EntityManager, address: string) {
  await eraseFromResponses(db, address);
  await eraseFromListeners(db, address);
  await eraseFromMeetings(db, address);
  await eraseFromMinutes(db, address);
  await stopMailsToAccount(db, address);
  await silenceAddress(db, address);
  // Waiting mails are deleted; their news count as told: the author sees them on the page.
  await db.query(
    `update notice set mail_id = null where mail_id in (
       select id from outgoing_mail where recipient is not null and lower(recipient) = lower($1))`,
    [address],
  );
  await db.query("delete from outgoing_mail where lower(recipient) = lower($1)", [address]);
}
