import { Server, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { closeListeners } from "./listen.ts";

const shuttingDown = new WeakSet<object>();

/** Connections of a server that sent no request yet. */
const unusedSockets = new WeakMap<object, Set<Socket>>();

/** Milliseconds that requests under way have to finish, once the site stops. */
const drainTimeout = 8000;

/**
 * Stops a running site: it accepts no connection, and announces on open ones that they close, so that no request is sent
 * into a closing socket.
 */
export async function shutDown(app: FastifyInstance, grace: () => Promise<unknown>, patience = drainTimeout) {
  const { server } = app;
  await quietTurn(server);
  // Closes the listening sockets alone: `http.Server.close` would also cut idle connections.
  Server.prototype.close.call(server);
  const ended = closeListeners(server);
  // Not before: a client that is told so opens another connection at once.
  shuttingDown.add(server);
  await grace();
  for (const socket of unusedSockets.get(server) ?? []) socket.destroy();
  // An answer that was begun before announces nothing: its connection stays once it ends.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const rest = setTimeout(() => server.closeAllConnections(), patience);
  await ended;
  await app.close();
  clearInterval(idle);
  clearTimeout(rest);
}

/**
 * Waits for a turn of the event loop that was short and in which nobody came, for at most half a second: whoever comes
 * after the connections of a turn were accepted is in the backlog, and would be reset.
 */
async function quietTurn(server: Server) {
  let came = 0;
  const count = () => void (came += 1);
  server.on("connection", count);
  const until = performance.now() + 500;
  await setImmediate(); // the end of the turn that runs
  let began: number;
  do {
    [began, came] = [performance.now(), 0];
    await setImmediate(); // oxlint-disable-line no-await-in-loop -- one after the other
  } while ((came > 0 || performance.now() - began > 1) && began < until);
  server.off("connection", count);
}

/** Knows connections that sent nothing: a browser opens some ahead, which Node never counts as idle and would wait for. */
export function trackUnusedSockets({ server }: FastifyInstance) {
  const sockets = new Set<Socket>();
  unusedSockets.set(server, sockets);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", ({ socket }) => sockets.delete(socket));
}

/** Adds `Connection: close` to the answers of a stopping site. */
export const announceClose = (app: FastifyInstance, reply: FastifyReply) =>
  void (shuttingDown.has(app.server) && reply.header("connection", "close"));
