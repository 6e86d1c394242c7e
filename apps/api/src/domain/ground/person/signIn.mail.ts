import { m } from "@cahier/schema/messages";
import { kept, secondsOf } from "@cahier/schema/retention";
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { log } from "../../../platform/log.ts";
import type { Composed } from "../../../platform/mail/composer.ts";
import { leaveComposed } from "../../../platform/mail/outbox.ts";
import { siteOf } from "../../../platform/organiser.ts";

/** Lifetime of a sign-in link, in seconds. */
export const linkSeconds = secondsOf(kept.signInLink.after!);

/** Shortest time left to a link for its mail to be of use to the person who opens it, in seconds. */
const ofUse = 60;

/** Note stored with a mail, and read again as it leaves. */
interface Noted {
  link: string;
  language: Language;
  /** Milliseconds since 1970. */
  until: number;
}

/** Leaves the mail of a link that was just made, which is of no use once the link is dead. */
export function leaveSignIn(db: EntityManager, to: string, link: string, language: Language) {
  const noted: Noted = { link, language, until: Date.now() + linkSeconds * 1000 };
  return leaveComposed(db, [
    { key: `sign-in ${randomUUID()}`, to, composer: "signIn", noted: JSON.stringify(noted), stopLink: null },
  ]);
}

/** Writes the mail as it leaves; null for one that a mail server held back for as long as its link lives. */
export async function composeSignIn(db: EntityManager, noted: string): Promise<Composed> {
  const { link, language, until } = JSON.parse(noted) as Noted;
  if (Date.now() > until - ofUse * 1000) {
    log.warn("A link to sign in could not be sent while it lived: its mail is dropped.");
    return null;
  }
  const site = await siteOf(db);
  const said = { locale: language };
  return {
    language,
    subject: m.mail_signIn_subject({ site }, said),
    text: m.mail_signIn_text({ link, site }, said),
  };
}
