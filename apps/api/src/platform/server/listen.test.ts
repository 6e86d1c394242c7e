import { once } from "node:events";
import { get } from "node:http";
import { connect, createServer, type Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { assertPortFree, listen } from "./listen.ts";
import { shutDown } from "./gracefulShutdown.ts";

const host = "127.0.0.1";
const portOf = (app: FastifyInstance) => (app.server.address() as { port: number }).port;

const answerOf = (port: number) =>
  new Promise<string>((done) => {
    get({ host, port, agent: false }, (answer) => {
      answer.resume();
      answer.on("end", () => done(String(answer.statusCode)));
    }).on("error", (error: NodeJS.ErrnoException) => done(error.code!));
  });

// Other systems give one socket.
test.runIf(process.platform === "linux")(
  "of those who come while a site is busy, several are let in each turn",
  async () => {
    const app = Fastify();
    await listen(app, host, 0);
    onTestFinished(() => shutDown(app, async () => {}, 10));
    let came = 0;
    app.server.on("connection", () => (came += 1));
    const sockets: Socket[] = Array.from({ length: 32 }, () => connect(portOf(app), host));
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    let [before, most] = [0, 0];
    for (; came < sockets.length; before = came) {
      await turn();
      most = Math.max(most, came - before);
    }
    expect(most).toBeGreaterThan(1);
  },
);

test("a second site at the same address is told that it is taken", async () => {
  const app = Fastify();
  await listen(app, host, 0);
  onTestFinished(() => shutDown(app, async () => {}, 10));
  const second = Fastify();
  onTestFinished(() => second.close());
  await expect(listen(second, host, portOf(app))).rejects.toThrow("EADDRINUSE");
});

test("a port that somebody listens on is known before anything is begun", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as { port: number };
  await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow("EADDRINUSE");
  other.close();
});

test("those who come while a site starts are refused, never let in and cut", async () => {
  const app = Fastify();
  await listen(app, host, 0);
  const port = portOf(app);
  await shutDown(app, async () => {}, 10);
  const came: Promise<string>[] = [];
  const busy = setInterval(() => came.push(answerOf(port)), 0);
  for (let n = 0; n < 20; n++) await assertPortFree(host, port);
  clearInterval(busy);
  expect(new Set(await Promise.all(came))).toEqual(new Set(["ECONNREFUSED"]));
});

test("a site that stops answers all that was asked through any of its sockets, and is nowhere any more", async () => {
  const app = Fastify({ forceCloseConnections: "idle" });
  let over = () => {};
  const held = new Promise<void>((done) => (over = done));
  let asked = 0;
  app.get("/", async () => {
    asked += 1;
    await held;
    return "ok";
  });
  await listen(app, host, 0);
  const port = portOf(app);
  const answers = Array.from({ length: 24 }, () => answerOf(port));
  while (asked < answers.length) await once(app.server, "request");
  const left = shutDown(app, async () => {}, 60_000);
  while (app.server.listening) await turn();
  expect(await answerOf(port)).toBe("ECONNREFUSED");
  over();
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["200"]));
  await left;
});

test("those who have just come to a site that stops are answered, however many wait to be let in", async () => {
  const app = Fastify({ forceCloseConnections: "idle" });
  app.get("/", async () => "ok");
  await listen(app, host, 0);
  const answers = Array.from({ length: 64 }, () => answerOf(portOf(app)));
  await shutDown(app, () => Promise.all(answers), 60_000);
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["200"]));
});
