import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { announceClose, shutDown, trackUnusedSockets } from "./gracefulShutdown.ts";

test("a site that stops still answers, and says on each socket that it closes", async () => {
  let over = () => {};
  const grace = new Promise<void>((done) => (over = done));
  const app = Fastify();
  app.addHook("onSend", async (_, reply) => announceClose(app, reply));
  app.get("/", async () => "ok");
  expect((await app.inject("/")).headers.connection).toBe("keep-alive");
  await app.listen({ port: 0, host: "127.0.0.1" });
  const left = shutDown(app, () => grace);
  while (app.server.listening) await turn();
  const { statusCode, headers } = await app.inject("/");
  expect([statusCode, headers.connection]).toEqual([200, "close"]);
  over();
  await left;
});

test("a site that stops takes no new connection, and answers on those it has", async () => {
  let over = () => {};
  const grace = new Promise<void>((done) => (over = done));
  const app = Fastify();
  app.addHook("onSend", async (_, reply) => announceClose(app, reply));
  app.get("/", async () => "ok");
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as { port: number };
  const inside = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (agent?: Agent) =>
    new Promise<string>((done) => {
      get({ host: "127.0.0.1", port, agent }, (answer) => {
        answer.resume();
        answer.on("end", () => done(`${answer.statusCode} ${answer.headers.connection}`));
      }).on("error", (error: NodeJS.ErrnoException) => done(error.code!));
    });
  expect(await ask(inside)).toBe("200 keep-alive");
  const left = shutDown(app, () => grace);
  while (app.server.listening) await turn();
  expect(await ask()).toBe("ECONNREFUSED");
  expect(await ask(inside)).toBe("200 close");
  over();
  await left;
  inside.destroy();
});

test("a site that stops waits neither for a connection that asks nothing, nor for one whose answer has ended", async () => {
  const app = Fastify({ forceCloseConnections: "idle" });
  trackUnusedSockets(app);
  const part = new PassThrough();
  app.get("/", async () => part);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as { port: number };
  const held = (asks: string) =>
    new Promise<Socket>((done) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(asks, () => done(socket)));
      socket.on("error", () => {});
    });
  const whole = await held("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  part.write("one part");
  await once(whole, "data");
  const sockets = [whole, await held(""), await held("GET / HTTP/1.1\r\n")];
  const closed = Promise.all(
    sockets.map((socket) => new Promise((done) => socket.resume().on("close", () => done("closed")))),
  );
  await shutDown(app, async () => void setTimeout(() => part.end("the other"), 100), 3_600_000);
  expect(await closed).toEqual(["closed", "closed", "closed"]);
});

test("a site that stops cuts an answer that does not end", async () => {
  const app = Fastify({ forceCloseConnections: "idle" });
  app.get("/", async () => new PassThrough());
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as { port: number };
  const endless = connect(port, "127.0.0.1", () => endless.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
  endless.on("error", () => {});
  await once(app.server, "request");
  const cut = new Promise((done) => endless.on("close", () => done("cut")));
  await shutDown(app, async () => {}, 10);
  expect(await cut).toBe("cut");
});
