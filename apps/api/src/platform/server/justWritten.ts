import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { cookieEnd, sessionCookie } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** True once the request wrote something. */
    wrote?: boolean;
  }
}

/** For how long a page may be behind what others added to it, in milliseconds. */
export const behind = 2000;

/** Kept as long as a page may be behind, and a second more for the way: it says nothing of anybody. */
const cookie = `${sessionCookie.prefix}wrote`;
const maxAge = behind / 1000 + 1;

/** Tells a browser that it has just written: its next pages are made for it, so that it finds its words there. */
export function noteWriters(app: FastifyInstance) {
  app.addHook("onSend", async (request, reply) => {
    if (request.wrote || isPosted(request, reply))
      void reply.header("set-cookie", `${cookie}=1; Max-Age=${maxAge}; HttpOnly${cookieEnd()}`);
  });
}

/** A form posted as it is; GraphQL, which reads by POST too, says by itself what it wrote. */
const isPosted = ({ method, url }: FastifyRequest, { statusCode }: FastifyReply) =>
  method === "POST" && !url.startsWith("/graphql") && statusCode < 400;

/** True if a browser wrote something a moment ago. */
export const hasJustWritten = ({ headers }: FastifyRequest) =>
  headers.cookie?.split("; ").some((each) => each.startsWith(`${cookie}=`)) ?? false;
