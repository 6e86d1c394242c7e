import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { type Config, config } from "../config.ts";
import { log } from "../log.ts";
import type { Language } from "../../graphql/resolvers.generated.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for all tries, so that mail servers know a second copy for what it is. */
  id?: string;
  /** Link to unsubscribe from mails of this kind: mail programs show it as a button. */
  stopLink?: string | null;
  /** Of its words. */
  language?: Language;
  /** Name and address it comes from, where they are not those set at the start. */
  from?: { name: string | null; address: string | null } | null;
}

/** Hands a mail over; fails when nobody took it. */
export type Deliver = (mail: Mail) => Promise<void>;

/** A mail that stayed here, for the mail page of the demonstration. */
export interface KeptMail extends Mail {
  id: string;
  sentAt: Date;
}

const kept: KeptMail[] = [];

/** The mails the demonstration did not send, newest first. */
export const keptMails = () => kept.toReversed();

/** A site that starts shows none of another one's: tests have many in one process. */
export const forgetKeptMails = () => kept.splice(0);

/**
 * Longest waits for a mail server, in milliseconds; `whole` is for a mail from its connection to its end. One that looks
 * a mail through before it says that it took it is waited for: whoever leaves sends it a second time.
 */
const waits = {
  connectionTimeout: 10_000,
  greetingTimeout: 30_000,
  socketTimeout: 150_000,
  dnsTimeout: 10_000,
  whole: 240_000,
};

/** Sends mails by the operator's server; the demonstration keeps its own; without either they are lost, and it is said. */
export function mailer(
  { smtpUrl, mailFrom, demo, origin }: Pick<Config, "smtpUrl" | "mailFrom" | "demo" | "origin">,
  timeouts: Partial<typeof waits> = {},
): Deliver {
  if (smtpUrl) {
    const { whole, ...others } = { ...waits, ...timeouts };
    const transport = createTransport({ url: smtpUrl, ...others });
    return async ({ id, stopLink, from, to, language, ...mail }) => {
      const headers = {
        // No answer of absence comes to a machine (RFC 3834; Exchange asks for its own word).
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        ...(language && { "Content-Language": language }),
        ...(stopLink && {
          "List-Unsubscribe": `<${stopLink}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      };
      const messageId = id && `<${id}@${new URL(origin).hostname}>`;
      await transport.sendMail({
        from: senderOf(mailFrom, from),
        // As one address, whatever signs it holds.
        to: { name: "", address: to },
        ...mail,
        ...(messageId && { messageId }),
        headers,
        signal: AbortSignal.timeout(whole),
      });
    };
  }
  if (!demo)
    return async () => log.warn("No SMTP_URL: a mail was not sent. `npm run login-link -- ADDRESS` gives a link.");
  return async ({ id = randomUUID(), to, subject, text }) => {
    kept.push({ id, to, subject, text, sentAt: new Date() });
    kept.splice(0, Math.max(0, kept.length - 100));
  };
}

/** « Name <address> », each part of the one given where there is one. */
function senderOf(set: string, given: Mail["from"]) {
  const words = set.trim();
  const at = words.endsWith(">") ? words.indexOf("<") : -1;
  const name = at < 0 ? "" : words.slice(0, at).trim();
  const address = at < 0 ? words : words.slice(at + 1, -1);
  return { name: given?.name ?? name, address: given?.address ?? address };
}

export const deliver = mailer(config);

/** True if mails go anywhere: without the operator's mail server, mails that can wait are not even written. */
export const sendsMail = ({ smtpUrl, demo }: Pick<Config, "smtpUrl" | "demo">) => smtpUrl !== null || demo;
