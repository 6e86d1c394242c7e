import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Sockets that listen at an address, beside the first one. */
const most = 7;

/** Connections that may wait at one of them. */
const backlog = 4096;

const doors = new WeakMap<object, Server[]>();

/**
 * Listens at an address, through several sockets: Node takes one new connection of each a turn of its loop
 * (libuv 3696), and a turn of a busy site takes tens of milliseconds. Through a single one, those of a crowd would wait
 * for seconds before anything could be told to them. Where the system gives fewer such sockets, through those.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  if (process.platform !== "linux") return void (await app.listen({ host, port, backlog }));
  // Two sites of one user could listen there together: the second one is told that the address is taken.
  if (port !== 0) await listening(createServer(), { host, port }).then((probe) => closed(probe));
  const shared = { host, backlog, reusePort: true };
  await app.listen({ ...shared, port });
  const given = app.server.address();
  const at = { ...shared, port: typeof given === "object" && given ? given.port : port };
  const take = (socket: Socket) => void app.server.emit("connection", socket);
  const others = Array.from({ length: most }, () => createServer({ allowHalfOpen: true, noDelay: true }, take));
  const opened = await Promise.allSettled(others.map((door) => listening(door, at)));
  doors.set(
    app.server,
    opened.flatMap((door) => (door.status === "fulfilled" ? [door.value] : [])),
  );
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

/** Takes no new connection at the other sockets of a server; answers once those that came through them have ended. */
export const closeDoors = (server: object): Promise<unknown> => Promise.all((doors.get(server) ?? []).map(closed));
