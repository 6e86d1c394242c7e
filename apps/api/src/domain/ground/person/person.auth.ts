import { betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins/magic-link";
import type pg from "pg";
import type { DataSource } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { today } from "../../../platform/day.ts";
import { log } from "../../../platform/log.ts";
import { deliver } from "../../../platform/mail/mail.ts";
import { sendAwaited } from "../../../platform/mail/outbox.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { secret } from "../../../platform/secret.ts";
import { sessionCookie } from "../../../platform/server/session.ts";
import { deviceInWords } from "./device.ts";
import { Persons } from "./person.entity.ts";
import { sessionSeconds } from "./session.writes.ts";
import { leaveSignIn, linkSeconds } from "./signIn.mail.ts";

/** Hands a sign-in link over to its address: by mail, unless a test does otherwise. */
export type Hand = (email: string, link: string, language: Language) => unknown;

/**
 * Left in the outbox, as every mail: what a mail server does not take is tried again. Sent at once, and nobody waits for
 * it: neither its time nor its failure tells whether one was sent.
 */
const byMail =
  ({ manager }: DataSource): Hand =>
  async (to, link, locale) => {
    await leaveSignIn(manager, to, link, locale);
    const sent = sendAwaited(manager, deliver).catch((error: unknown) => log.error("mail", error));
    // The demonstration keeps its mails here: there is no time to tell anything by.
    if (!config.smtpUrl) await sent;
  };

/** Sign-in by a link, on our own tables. None of its addresses are served: our routes call it. */
export function personAuth(database: DataSource, hand: Hand = byMail(database), origin = config.origin) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    baseURL: origin,
    secret: secret(),
    database: (database.driver as unknown as { master: pg.Pool }).master,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: {
      modelName: "person",
      fields: { name: "display_name", emailVerified: "email_verified", ...times },
      additionalFields: { language: { type: "string", required: false, input: false } },
    },
    session: {
      modelName: "session",
      fields: {
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...times,
      },
      expiresIn: sessionSeconds,
    },
    account: {
      modelName: "account",
      fields: {
        userId: "person_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...times,
      },
    },
    verification: { modelName: "verification", fields: { expiresAt: "expires_at", ...times } },
    advanced: {
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false, // its own prefix: ours is in the name
      cookies: { session_token: { name: sessionCookie.prefix + sessionCookie.name } },
      defaultCookieAttributes: { secure: sessionCookie.secure, sameSite: "lax", httpOnly: true, path: "/" },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            const { language } = await organiserOf(database.manager);
            return { data: language ? { ...user, language } : user };
          },
        },
      },
      session: {
        create: {
          before: async (session) => {
            await database.query(`update person set last_seen_on = ${today}, warned_on = null where id = $1`, [
              session.userId,
            ]);
            return { data: { ...session, userAgent: deviceInWords(session.userAgent) } };
          },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        storeToken: "hashed",
        async sendMagicLink({ email, token, metadata }) {
          const saved = await database.manager.findOneBy(Persons, { email });
          const { language: only } = await organiserOf(database.manager);
          const language = only ?? saved?.language ?? (metadata?.language === "en" ? "en" : "fr");
          await hand(email, linkOf(token, language, origin), language);
        },
      }),
    ],
  });
}

export type PersonAuth = ReturnType<typeof personAuth>;

/** A page of ours, which confirms by a POST: the scanners of mail servers open links, and must not sign in. */
const linkOf = (token: string, language: Language, origin: string) =>
  `${origin}${language === "en" ? "/en" : ""}/sign-in/confirm?token=${token}`;
