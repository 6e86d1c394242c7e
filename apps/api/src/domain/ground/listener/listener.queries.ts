import type { EntityManager } from "typeorm";
import { config } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { subjectNamed } from "../../../platform/subjects.ts";
import type { ListenerSubject } from "./listener.entity.ts";

/** True if its room may still tell news of it and this site sends mails. */
export const mayBeTold = async (db: EntityManager, subject: ListenerSubject, id: string): Promise<boolean> =>
  sendsMail(config) && ((await subjectNamed(subject).waiting?.(db, id)) ?? false);

/** True if an address waits for news of it; null where none may be left. */
export async function awaits({ db }: Context, subject: ListenerSubject, id: string): Promise<boolean | null> {
  if (!(await mayBeTold(db, subject, id))) return null;
  const text = "select from listener where subject = $1 and subject_id = $2";
  return (await prepared(db, "listener: of", text, [subject, id])).length > 0;
}
