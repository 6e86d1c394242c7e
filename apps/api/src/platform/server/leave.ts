import { Server } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";

const leaving = new WeakSet<object>();

/**
 * Stops a running site: no new connection is taken, and open ones announce that they close, so that no request is sent
 * into a closing socket.
 */
export async function leave(app: FastifyInstance, grace: () => Promise<unknown>) {
  leaving.add(app.server);
  // One turn later, once waiting connections were accepted: those still in the backlog would be cut.
  await setImmediate();
  // Closes the listening socket alone: `http.Server.close` would also cut idle connections.
  Server.prototype.close.call(app.server);
  await grace();
  await app.close();
}

/** Announces in the answers of a stopping site that their connection closes. */
export const closing = (app: FastifyInstance, reply: FastifyReply) =>
  void (leaving.has(app.server) && reply.header("connection", "close"));
