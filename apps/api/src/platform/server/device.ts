import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { signed } from "../secret.ts";
import { cookieEnd, sessionCookie } from "./session.ts";

/** Cookie made at the first act that counts once a device. Scripts never read it; it holds a random id and its hour. */
const name = `${sessionCookie.prefix}device`;

const year = 365 * 24 * 3600;

const signatureOf = (id: string) => signed("device cookie", id).subarray(0, 15).toString("base64url");

const hour = 3600_000;

/** A device made in the hour of an instant; its id says that hour, so that nothing need be kept to know a new one. */
export const newDevice = (now: Date) =>
  `${Math.floor(now.getTime() / hour).toString(36)}~${randomBytes(15).toString("base64url")}`;

/** True if a device was made less than a day ago; those that bear no hour were made before any did. Pure. */
export function isNewDevice(id: string, now: Date): boolean {
  const [made, rest] = id.split("~");
  return rest !== undefined && now.getTime() - Number.parseInt(made!, 36) * hour < 24 * hour;
}

/** The device behind a request: known by its cookie, else given one with the answer. */
export function deviceOf({ headers }: Pick<FastifyRequest, "headers">, reply: FastifyReply): () => string {
  let known: string | null = null;
  return () => {
    // Looked up by those who count devices: most requests only read.
    known ??= read(headers.cookie);
    if (known) return known;
    known = newDevice(new Date());
    const value = `${known}.${signatureOf(known)}`;
    void reply.header("set-cookie", `${name}=${value}; Max-Age=${year}; HttpOnly${cookieEnd()}`);
    return known;
  };
}

/** The id in the cookie; null when there is none, or when we did not sign it. */
function read(cookies: string | undefined): string | null {
  const value = cookies
    ?.split("; ")
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const [id = "", signature = ""] = value?.split(".") ?? [];
  const right = Buffer.from(signatureOf(id));
  const given = Buffer.from(signature);
  return id && given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
