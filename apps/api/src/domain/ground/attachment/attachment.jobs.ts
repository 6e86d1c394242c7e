import type { DataSource, EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { every } from "../../../platform/jobs.ts";
import { looseAttachment } from "./attachment.writes.ts";

/** Forgets the files that went into no reply for two days: whoever sent one changed their mind. How many. */
export async function forgetLoose(db: EntityManager, now: Date): Promise<number> {
  const text = `delete from attachment where kept_on < $1::date - 2 and ${looseAttachment} returning id`;
  const [gone] = await db.query<[unknown[], number]>(text, [dayOf(now)]);
  return gone.length;
}

/** Hourly job: deletes files that were uploaded and never sent. */
export function attachmentJobs(database: DataSource) {
  every(3600, "attachments", () => forgetLoose(database.manager, new Date()));
}
