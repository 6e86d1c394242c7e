import { m } from "@cahier/schema/messages";
import { randomUUID } from "node:crypto";
import type { MailTrial, MailTrouble, TryMailInput } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { mailer } from "../../../platform/mail/mail.ts";
import { leaveMail, tryOne } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { recipientOfTrial } from "./instance.commands.ts";

/** Somebody waits in front of the page: shorter than for mails that can wait. */
const short = { connectionTimeout: 6000, greetingTimeout: 6000, socketTimeout: 8000, dnsTimeout: 5000, whole: 15_000 };

/** Sends a mail through the outbox, at once, and tells what came of it: it is not tried again. */
export async function tryMail(context: Context, input: TryMailInput) {
  const { viewer, now, db } = context;
  const locale = viewer.language;
  const left = await context.run(async (tx) => {
    const to = await recipientOfTrial(tx, input);
    const key = `trial ${randomUUID()}`;
    const text = m.mail_trial_text({ link: siteAddress(locale, "/instance") }, { locale });
    const id = await leaveMail(tx.db, {
      key,
      to,
      language: locale,
      subject: m.mail_trial_subject({}, { locale }),
      text,
    });
    await tx.record("instance.mailTried");
    return { id: id! };
  });
  if (!left.id) return { problems: left.problems };
  const trouble = await tryOne(db, mailer(config, short), left.id);
  const trial: MailTrial = {
    sent: trouble === null,
    trouble,
    cause: trouble === null ? null : causeOf(trouble),
    seconds: Math.max(1, Math.round((Date.now() - now.getTime()) / 1000)),
    at: new Date(),
  };
  return { problems: [], trial };
}

const causes: Record<string, MailTrouble> = {
  ENOTFOUND: "UNKNOWN_HOST",
  EDNS: "UNKNOWN_HOST",
  EAI_AGAIN: "UNKNOWN_HOST",
  ECONNREFUSED: "NO_CONNECTION",
  ECONNECTION: "NO_CONNECTION",
  ESOCKET: "NO_CONNECTION",
  ETIMEDOUT: "TIMED_OUT",
  EAUTH: "NOT_SIGNED_IN",
  ETLS: "NOT_SAFE",
  EENVELOPE: "REFUSED",
  EMESSAGE: "REFUSED",
};

/** Cause of a code of the mail server, or of the network. */
export function causeOf(code: string): MailTrouble {
  if (/^53[045]$/.test(code)) return "NOT_SIGNED_IN";
  return /^[45]\d\d$/.test(code) ? "REFUSED" : (causes[code] ?? "OTHER");
}
