import Fastify from "fastify";
import { expect, test } from "vitest";
import { roomFor, shed } from "./shed.ts";

test("above what can be worked on at a time, a request is told to come back before anything is done for it", async () => {
  let begun = 0;
  let goOn = () => {};
  const open = new Promise<void>((done) => (goOn = done));
  const app = Fastify();
  shed(app, 3);
  app.addHook("preParsing", async () => void begun++);
  app.post("/act", async () => open.then(() => "done"));
  app.get("/healthz", async () => "ok");
  const act = (accept = "application/json") =>
    app.inject({ method: "POST", url: "/act", headers: { accept }, payload: {} });
  const first = [act(), act(), act()].map((one) => one.then(({ statusCode }) => statusCode));
  await expect.poll(() => begun).toBe(3);

  const { statusCode, headers } = await act();
  expect([statusCode, headers["retry-after"], headers.connection]).toEqual([503, "3", "keep-alive"]);
  const page = await act("text/html");
  expect([page.statusCode, page.headers["retry-after"]]).toEqual([503, "3"]);
  expect(page.body).toContain("Un instant");
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  expect(begun).toBe(3 + 1); // the three, and a look at how it is

  goOn();
  expect(await Promise.all(first)).toEqual([200, 200, 200]);
  expect((await act()).statusCode).toBe(200);
  await app.close();
});

test("while answers are late fewer are let in, as many as are answered in time; then more again, and never none", () => {
  const most = 800;
  expect(roomFor({ room: 800, working: 130, times: [1400, 1400, 90] }, most)).toBe(65);
  expect(roomFor({ room: 65, working: 65, times: [700, 650] }, most)).toBe(82);
  expect(roomFor({ room: 700, working: 3, times: [5] }, most)).toBe(most);
  expect(roomFor({ room: 20, working: 20, times: [4000, 4000] }, most)).toBe(12);
  // One that is slow among many that are not is no sign of anything.
  expect(roomFor({ room: 800, working: 9, times: [5, 5, 3000] }, most)).toBe(most);
});
