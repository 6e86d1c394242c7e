import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Listening sockets of an address, beside the first one. */
const extraSockets = 7;

/** Connections that may wait in the queue of one of them. */
const backlog = 4096;

const listeners = new WeakMap<object, Server[]>();

/**
 * Listens at an address through several sockets (SO_REUSEPORT): Node accepts one connection of each in a turn of its event
 * loop (libuv 3696), and a turn of a busy site takes tens of milliseconds. With a single socket, a crowd would wait for
 * seconds before it could even be refused. Where the system opens fewer of them, through those.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  if (process.platform !== "linux") return void (await app.listen({ host, port, backlog }));
  // Two sites of one user could listen there together: the second one is told that the address is taken.
  if (port !== 0) await assertPortFree(host, port);
  const shared = { host, backlog, reusePort: true };
  await app.listen({ ...shared, port });
  const given = app.server.address();
  const at = { ...shared, port: typeof given === "object" && given ? given.port : port };
  const take = (socket: Socket) => void app.server.emit("connection", socket);
  const others = Array.from({ length: extraSockets }, () => createServer({ allowHalfOpen: true, noDelay: true }, take));
  const opened = await Promise.allSettled(others.map((one) => listening(one, at)));
  listeners.set(
    app.server,
    opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
  );
}

/**
 * Fails with EADDRINUSE where somebody listens. It asks by a connection: a socket that listened for a moment would reset
 * those who come in it.
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const socket = connect({ host, port, timeout: 1000 }).on("timeout", () => socket.destroy(new Error("no answer")));
  const taken = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (taken) throw Object.assign(new Error(`listen EADDRINUSE: ${host}:${port}`), { code: "EADDRINUSE" });
}

async function listening(server: Server, at: object): Promise<Server> {
  const heard = once(server, "listening");
  server.listen(at);
  await heard;
  return server;
}

async function closed(server: Server): Promise<void> {
  const heard = once(server, "close");
  server.close();
  await heard;
}

/** Closes the extra sockets of a server; done once the connections that came through them have ended. */
export const closeListeners = (server: object): Promise<unknown> =>
  Promise.all((listeners.get(server) ?? []).map(closed));
