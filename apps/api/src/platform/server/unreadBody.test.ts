import Fastify, { type FastifyInstance } from "fastify";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeFiles } from "./forms.ts";
import { letBodiesEnd } from "./unreadBody.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify();
  letBodiesEnd(app);
  app.post("/closed", { onRequest: async (_, reply) => reply.code(403).send("closed") }, async () => "never");
  takeFiles(app, 1000, (files) => files.post("/file", async () => "taken"));
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

/** A file sent as nginx does: whole, whatever is answered meanwhile; the answer, and whether the connection was cut. */
async function sent(path: string, connection: string, length = 8_000_000) {
  const { port } = app.server.address() as { port: number };
  const line = connect(port, "127.0.0.1");
  let said = "";
  let cut = false;
  line.on("data", (data) => (said += data.toString())).on("error", () => (cut = true));
  const closed = once(line, "close");
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\nContent-Type: application/octet-stream`;
  line.write(`${head}\r\nContent-Length: ${length}\r\n\r\n`);
  const part = Buffer.alloc(100_000);
  for (let left = 8_000_000; left > 0 && !line.destroyed; left -= part.length)
    // oxlint-disable-next-line no-await-in-loop -- as fast as it is read
    if (!line.write(part)) await Promise.race([once(line, "drain"), closed]).catch(() => null);
  // The same connection goes on, unless it was to be closed.
  if (!line.destroyed && connection !== "close")
    line.write("POST /closed HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  await closed.catch(() => null);
  return { cut, statuses: Array.from(said.matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => Number(status)) };
}

test.each([
  ["/file", 413],
  ["/closed", 403],
  ["/nowhere", 404],
])("whoever sends more than is taken to %s reads the answer, and is not cut: %i", async (path, status) => {
  expect(await sent(path, "close")).toEqual({ cut: false, statuses: [status] });
});

test("a connection that stays serves the next request, and one that announces too much is closed", async () => {
  expect(await sent("/closed", "keep-alive")).toEqual({ cut: false, statuses: [403, 403] });
  expect((await sent("/closed", "close", 900_000_000)).cut).toBe(true);
});
