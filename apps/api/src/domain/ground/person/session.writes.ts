import { createHmac, randomBytes } from "node:crypto";
import { kept, secondsOf } from "@cahier/schema/retention";
import type { FastifyReply } from "fastify";
import { type EntityManager, Not } from "typeorm";
import { secret, signed } from "../../../platform/secret.ts";
import { cookieEnd, sessionCookie } from "../../../platform/server/session.ts";
import { Sessions } from "./session.entity.ts";

/** Seconds that a session lasts. */
export const sessionSeconds = secondsOf(kept.session.after!);

/** Opens a session for somebody whose address nothing proves yet: it ends when a link by mail proves it. */
export async function openSession(db: EntityManager, personId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + sessionSeconds * 1000);
  await db.insert(Sessions, { personId, token, expiresAt, createdAt: now, updatedAt: now });
  return token;
}

/** Makes a session whole once its code was given, under another token: one that was seen before opens nothing. */
export async function unlockSession(db: EntityManager, id: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await db.update(Sessions, id, { token, factorAt: now, updatedAt: now });
  return token;
}

/** Keeps that the code of a second factor was given in this session. */
export const keepFactorGiven = (db: EntityManager, id: string, factorAt: Date) => db.update(Sessions, id, { factorAt });

/** Ends the sessions of somebody, but the one at hand. */
export const endOtherSessions = (db: EntityManager, personId: string, sessionId: string | null) =>
  db.delete(Sessions, { personId, ...(sessionId && { id: Not(sessionId) }) });

/** Answers with the cookie of a session opened here, signed as those of sign-in links are. */
export function signInReply(reply: FastifyReply, token: string, personId: string) {
  const { prefix, name } = sessionCookie;
  const signature = createHmac("sha256", secret()).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  const cookie = `${prefix}${name}=${value}; Max-Age=${sessionSeconds}; HttpOnly${cookieEnd()}`;
  return withSign(reply, [cookie], signOf(personId));
}

/** The same at each sign-in, so that a device shows what somebody began to write to nobody else. */
export const signOf = (personId: string) =>
  `signed-in=${signed("device", personId).toString("base64url").slice(0, 12)}; Max-Age=${sessionSeconds}`;

/** Beside the session goes a cookie that scripts can read: it says that there is somebody to ask about, never who. */
export const withSign = (reply: FastifyReply, cookies: string[], sign: string, more: object = {}) =>
  reply
    .header("cache-control", "no-store")
    .header("set-cookie", [...cookies, sign + cookieEnd()])
    .send({ problems: [], ...more });
