import { config } from "../../platform/config.ts";
import type { Context } from "../../platform/context.ts";
import { mailsGo } from "../../platform/mail.ts";
import { prepared } from "../../platform/statement.ts";
import type { ListenerSubject } from "./listener.entity.ts";

/** Whether somebody waits to be told of it; null where this site sends no mails. */
export async function awaits({ db }: Context, subject: ListenerSubject, id: string): Promise<boolean | null> {
  if (!mailsGo(config)) return null;
  const text = "select from listener where subject = $1 and subject_id = $2";
  return (await prepared(db, "listener: of", text, [subject, id])).length > 0;
}
