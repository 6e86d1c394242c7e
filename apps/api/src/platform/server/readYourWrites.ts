import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { cookieEnd, sessionCookie } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** True once the request wrote something. */
    wrote?: boolean;
  }
}

/** Milliseconds for which a cached page may lack what others just added. */
export const staleFor = 2000;

/** Cookie that lasts as long as a cached page may be stale, and one second more for the way. It identifies nobody. */
const cookie = `${sessionCookie.prefix}wrote`;
const maxAge = staleFor / 1000 + 1;

/** Marks a browser that has just written: its next pages are rendered anew, so that it finds its words there. */
export function markWriters(app: FastifyInstance) {
  app.addHook("onSend", (request, reply, payload, done) => {
    if (request.wrote || isPosted(request, reply))
      void reply.header("set-cookie", `${cookie}=1; Max-Age=${maxAge}; HttpOnly${cookieEnd()}`);
    done(null, payload);
  });
}

/** A form posted as it is; GraphQL, which reads by POST too, says by itself what it wrote. */
const isPosted = ({ method, url }: FastifyRequest, { statusCode }: FastifyReply) =>
  method === "POST" && !url.startsWith("/graphql") && statusCode < 400;

/** True if a browser wrote something a moment ago. */
export const hasJustWritten = ({ headers }: FastifyRequest) =>
  headers.cookie?.split("; ").some((each) => each.startsWith(`${cookie}=`)) ?? false;
