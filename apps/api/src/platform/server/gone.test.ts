import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { testSite } from "../../../test/site/site.ts";
import { log } from "../log.ts";

const site = testSite();

test("whoever hangs up before being heard is owed nothing, and is no error", async () => {
  const said = vi.spyOn(log, "error");
  const { port } = new URL(await site.app.listen({ port: 0, host: "127.0.0.1" }));
  const body = JSON.stringify({ query: "{ axes { name } }" });
  const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  const heard = once(site.app.server, "request");
  // Within one turn, so that the connection is reset by the time the server reads what came through it.
  const socket = connect(Number(port), "127.0.0.1", () => {
    socket.write(`${head}\r\n\r\n${body}`);
    socket.resetAndDestroy();
  });
  const [request] = (await heard) as [{ socket: { remoteAddress?: string } }];
  expect(request.socket.remoteAddress).toBeUndefined();
  // Those who come after are heard, and by then the first one was done with.
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect(said).not.toHaveBeenCalled();
});
