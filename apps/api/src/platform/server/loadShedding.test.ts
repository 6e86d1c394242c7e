import { setTimeout } from "node:timers/promises";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { inFlightLimit, type LoadSample, maxWorking, shedLoad } from "./loadShedding.ts";

test("above the limit of requests at a time, a request is told to come back before any work is done for it", async () => {
  let begun = 0;
  let goOn = () => {};
  const open = new Promise<void>((done) => (goOn = done));
  const app = Fastify();
  shedLoad(app, 3);
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
  // A reload would send nothing of a page that came back by itself.
  expect(page.body).toContain("rechargez cette page : ce que vous avez écrit est envoyé de nouveau");
  expect(page.body).not.toContain('http-equiv="refresh"');
  const read = await app.inject({ url: "/healthy", headers: { accept: "text/html" } });
  expect(read.body).toContain('<meta http-equiv="refresh" content="3">');
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  expect(begun).toBe(3 + 1); // the three, and a look at how it is

  goOn();
  expect(await Promise.all(first)).toEqual([200, 200, 200]);
  expect((await act()).statusCode).toBe(200);
  await app.close();
});

test("while answers are late fewer requests are let in, as many as can be answered in time; then more again, and never none", () => {
  const most = 800;
  const of = (times: number[], more: Partial<LoadSample>) =>
    inFlightLimit({ limit: most, inFlight: 3, seconds: 1, ...more, times }, most);
  const times = (count: number, ms: number) => Array.from({ length: count }, () => ms);
  expect(of(times(140, 1400), { inFlight: 130 })).toBe(70);
  // A crowd is seen before its answers are late: 300 will stay longer than the time that an answer may take.
  expect(of(times(140, 200), { inFlight: 300 })).toBe(70);
  expect(of(times(700, 200), { inFlight: 300 })).toBe(most);
  expect(of(times(140, 300), { limit: 70, inFlight: 40 })).toBe(89);
  expect(of(times(2, 4000), { inFlight: 90 })).toBe(48);
  // One that is slow among many that are not is no sign of anything, nor are a few that take their time.
  expect(of([5, 5, 3000], { inFlight: 9 })).toBe(most);
  expect(of([4000, 4000], { inFlight: 40 })).toBe(most);
});

test("quick requests wait for their turn in the order they came, a few at a time; one that takes long waits for none of them", async () => {
  const app = Fastify();
  const open = Array.from({ length: maxWorking + 2 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  shedLoad(app);
  app.get<{ Params: { number: string } }>("/quick/:number", { config: { quick: true } }, async ({ params }) => {
    begun.push(Number(params.number));
    await open[Number(params.number)]!.promise;
    if (params.number === "0") throw new Error("Failed.");
    return "done";
  });
  app.get("/export", async () => "made");
  const answers = open.map((_, number) => app.inject(`/quick/${number}`).then(({ statusCode }) => statusCode));
  await expect.poll(() => begun.length).toBe(maxWorking);
  expect((await app.inject("/export")).body).toBe("made");
  expect(begun.length).toBe(maxWorking);

  open[0]!.resolve(); // a request that fails gives its turn on, too
  await expect.poll(() => begun.length).toBe(maxWorking + 1);
  for (const { resolve } of open) resolve();
  expect(await Promise.all(answers)).toEqual([500, ...Array.from({ length: maxWorking + 1 }, () => 200)]);
  expect(begun).toEqual(begun.toSorted((a, b) => a - b));
  await app.close();
});

test("a crowd that comes to a site where nobody was is let in: the time before it says nothing of how fast it answers", async () => {
  const app = Fastify();
  let goOn = () => {};
  const open = new Promise<void>((done) => (goOn = done));
  let letIn = 0;
  shedLoad(app);
  app.addHook("preParsing", async () => void letIn++);
  app.get("/page", { config: { quick: true } }, async () => "done");
  app.get("/slow", { config: { quick: true } }, async () => open.then(() => "done"));
  app.get("/export", async () => "made");
  const read = (url: string) => app.inject(url).then(({ statusCode }) => statusCode);
  expect(await read("/page")).toBe(200);
  await setTimeout(700);

  const crowd = Array.from({ length: 100 }, () => read("/slow"));
  await expect.poll(() => letIn).toBe(101);
  expect(await read("/export")).toBe(200);
  const last = Array.from({ length: 20 }, () => read("/page"));
  await expect.poll(() => letIn).toBe(122);
  goOn();
  expect(new Set(await Promise.all([...crowd, ...last]))).toEqual(new Set([200]));
  await app.close();
});

test("a request that another server answers, as one of a rehearsal, leaves its place to the next, even if its sender hangs up", async () => {
  const app = Fastify();
  shedLoad(app, 2);
  app.get("/rehearsed", (_, reply) => {
    reply.hijack();
    reply.raw.end("elsewhere");
  });
  app.get("/slow", (_, reply) => reply.hijack());
  const base = await app.listen({ port: 0 });
  for (let time = 0; time < 5; time++) expect(await (await fetch(`${base}/rehearsed`)).text()).toBe("elsewhere");
  for (let time = 0; time < 5; time++)
    await expect(fetch(`${base}/slow`, { signal: AbortSignal.timeout(30) })).rejects.toThrow("aborted");
  await expect.poll(async () => (await fetch(`${base}/rehearsed`)).status).toBe(200);
  await app.close();
});
