import Fastify, { type FastifyInstance } from "fastify";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeFiles } from "./forms.ts";
import { limitRequestTime } from "./requestTimeout.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify({ requestTimeout: 60_000 });
  limitRequestTime(app, { whole: 300, silence: 300, least: 2, most: 60_000 });
  app.post("/words", async () => "taken");
  takeFiles(app, 1000, (files) => files.post("/file", async ({ body }) => `${(body as Buffer).length} bytes`));
  app.post("/refused", { preParsing: async () => Promise.reject(new Error("refused")) }, async () => "never");
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

/** The answer to a body that comes one byte after another, and then stops. */
async function sent(path: string, type: string, bytes: number, comes = bytes) {
  const { port } = app.server.address() as { port: number };
  return new Promise<string>((done) => {
    let said = "";
    let left = comes;
    const line = connect(port, "127.0.0.1");
    line.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${bytes}\r\n\r\n`,
    );
    const timer = setInterval(() => left-- > 0 && line.write("1"), 50);
    line
      .on("data", (data) => (said += data.toString()))
      .on("error", () => undefined)
      .on("close", () => {
        clearInterval(timer);
        done(said);
      });
  });
}

// Beside each other: they wait, each for its own line.
test.concurrent("a file is taken as long as its bytes come, however long it is", async () => {
  expect(await sent("/file", "application/octet-stream", 20)).toMatch(/^HTTP\/1\.1 200[^]*20 bytes$/);
});

test.concurrent("a file that stops coming is cut off", async () => {
  expect(await sent("/file", "application/octet-stream", 20, 5)).toMatch(/^HTTP\/1\.1 408/);
});

test.concurrent("any other body comes whole within a limit, or is cut off", async () => {
  expect(await sent("/words", "application/json", 1)).toMatch(/^HTTP\/1\.1 200/);
  expect(await sent("/words", "application/json", 20)).toMatch(/^HTTP\/1\.1 408/);
  expect(await sent("/nowhere", "application/json", 20)).toMatch(/^HTTP\/1\.1 (404|408)/);
});

test("an injected request that is refused before its body is read is not cut off later", async () => {
  let letGo = 0;
  app.server.on("clientError", () => letGo++);
  const { statusCode } = await app.inject({
    method: "POST",
    url: "/refused",
    headers: { "content-type": "x" },
    payload: "unread",
  });
  expect(statusCode).toBe(500);
  await new Promise((later) => setTimeout(later, 700));
  expect(letGo).toBe(0);
});
