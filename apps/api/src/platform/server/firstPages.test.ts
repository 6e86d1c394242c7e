import Fastify from "fastify";
import { expect, test } from "vitest";
import { isFirst, makeFirstPages } from "./firstPages.ts";

test("before a site says that it is ready it has made its home page, and one page of each kind that this leads to", async () => {
  const app = Fastify();
  const asked: string[] = [];
  const links = [
    "/",
    "/proposals",
    "/proposals/a",
    "/proposals/b",
    "/assets/x.js",
    "/syntheses/c",
    "/objectives/d?page=2",
  ];
  app.get("/*", async (request, reply) => {
    const { url } = request;
    // Nobody asked for it: the log of requests leaves it out.
    expect(isFirst(request)).toBe(true);
    asked.push(url);
    if (url === "/proposals/a") throw new Error("One that fails stops no other.");
    return reply.type("text/html").send(links.map((link) => `<a class="x" href="${link}">x</a>`).join(""));
  });
  await makeFirstPages(app);
  expect(asked).toEqual(["/", "/proposals/a", "/syntheses/c"]);
  await app.close();
});

test("a site that is told to stop while it makes its first pages asks itself for no more", async () => {
  const app = Fastify();
  const asked: string[] = [];
  app.get("/*", async ({ url }, reply) => {
    asked.push(url);
    return reply.type("text/html").send('<a href="/proposals/a">x</a>');
  });
  await makeFirstPages(app, () => asked.length > 0);
  expect(asked).toEqual(["/"]);
  await app.close();
});
