import { Server } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";

const leaving = new WeakSet<object>();

/**
 * Stops a site that serves: nobody new comes, and sockets say that they end before they do, so that nothing is sent into
 * one that closes.
 */
export async function leave(app: FastifyInstance, grace: () => Promise<unknown>) {
  leaving.add(app.server);
  // Just after all who had knocked were let in: whoever waits at a door that closes is cut.
  await setImmediate();
  // Not the server of HTTP, which would close those who are in and silent.
  Server.prototype.close.call(app.server);
  await grace();
  await app.close();
}

/** Says, with an answer of a site that stops, that its socket closes. */
export const closing = (app: FastifyInstance, reply: FastifyReply) =>
  void (leaving.has(app.server) && reply.header("connection", "close"));
