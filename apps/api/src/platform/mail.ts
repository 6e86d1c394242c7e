import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { type Config, config } from "./config.ts";
import { log } from "./log.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A mail that stayed here, for the mail page of the demonstration. */
export interface KeptMail extends Mail {
  id: string;
  sentAt: Date;
}

const kept: KeptMail[] = [];

/** The mails the demonstration did not send, newest first. */
export const keptMails = () => kept.toReversed();

/** Sends mails by the operator's server; the demonstration keeps its own; without either they are lost, and it is said. */
export function mailer({ smtpUrl, mailFrom, demo }: Pick<Config, "smtpUrl" | "mailFrom" | "demo">) {
  if (smtpUrl) {
    const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 });
    return async (mail: Mail) => {
      await transport.sendMail({ from: mailFrom, ...mail });
    };
  }
  if (!demo)
    return async () => log.warn("No SMTP_URL: a mail was not sent. `npm run login-link -- ADDRESS` gives a link.");
  return async (mail: Mail) => {
    kept.push({ ...mail, id: randomUUID(), sentAt: new Date() });
    kept.splice(0, Math.max(0, kept.length - 100));
  };
}

const deliver = mailer(config);

/** Hands a mail over without keeping anybody waiting: neither its time nor its failure tells whether one was sent. */
export function sendMail(mail: Mail) {
  deliver(mail).catch((error: unknown) => log.error("mail", error));
}
