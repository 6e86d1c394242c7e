import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { signed } from "../secret.ts";
import { cookieEnd, sessionCookie } from "./session.ts";

/** A cookie of ours, made at the first thing that counts once a device; scripts never read it, and it says nothing. */
const name = `${sessionCookie.prefix}device`;

const year = 365 * 24 * 3600;

const signatureOf = (id: string) => signed("device cookie", id).subarray(0, 15).toString("base64url");

/** The device behind a request: known by its cookie, else given one with the answer. */
export function deviceOf({ headers }: Pick<FastifyRequest, "headers">, reply: FastifyReply): () => string {
  let known = read(headers.cookie);
  return () => {
    if (known) return known;
    known = randomBytes(15).toString("base64url");
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
