import { Server, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { closeDoors } from "./doors.ts";

const leaving = new WeakSet<object>();

/** Connections of a server on which nothing was asked yet. */
const silent = new WeakMap<object, Set<Socket>>();

/** Milliseconds that an answer under way has to end, once the site stops. */
const lastWord = 8000;

/**
 * Stops a running site: no new connection is taken, and open ones announce that they close, so that no request is sent
 * into a closing socket.
 */
export async function leave(app: FastifyInstance, grace: () => Promise<unknown>, patience = lastWord) {
  const { server } = app;
  leaving.add(server);
  // One turn later, once waiting connections were accepted: those still in the backlog would be cut.
  await setImmediate();
  // Closes the listening sockets alone: `http.Server.close` would also cut idle connections.
  Server.prototype.close.call(server);
  const ended = closeDoors(server);
  await grace();
  for (const socket of silent.get(server) ?? []) socket.destroy();
  // An answer that was begun before announces nothing: its connection stays once it ends.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const rest = setTimeout(() => server.closeAllConnections(), patience);
  await ended;
  await app.close();
  clearInterval(idle);
  clearTimeout(rest);
}

/** Knows silent connections: a browser opens some ahead, which Node never counts as idle, and a stop would wait for it. */
export function noteSilent({ server }: FastifyInstance) {
  const sockets = new Set<Socket>();
  silent.set(server, sockets);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", ({ socket }) => sockets.delete(socket));
}

/** Announces in the answers of a stopping site that their connection closes. */
export const closing = (app: FastifyInstance, reply: FastifyReply) =>
  void (leaving.has(app.server) && reply.header("connection", "close"));
