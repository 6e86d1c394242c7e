import Fastify from "fastify";
import { beforeAll, expect, test } from "vitest";
import { buildWeb } from "./build.ts";
import { offline } from "./offline.ts";

const app = Fastify();
let script = "";

beforeAll(async () => {
  await buildWeb();
  offline(app);
  script = (await app.inject("/sw.js")).body;
}, 240_000);

const filesOf = (language: "fr" | "en") =>
  (JSON.parse(/files = (\{.*?\});\n/.exec(script)![1]!) as Record<"fr" | "en", string[]>)[language];

test("the worker is asked for anew each time, and may call this site alone", async () => {
  const { headers, statusCode } = await app.inject("/sw.js");
  expect(statusCode).toBe(200);
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers["content-type"]).toContain("text/javascript");
  expect(headers["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
});

test("it lists what it takes to fill in a questionnaire in each language, and nothing of the other pages", () => {
  for (const language of ["fr", "en"] as const) {
    const files = filesOf(language);
    expect(files[0]).toMatch(/^\/assets\/index-[\w-]+\.js$/);
    expect(files.filter((file) => file.endsWith(".woff2"))).toHaveLength(2);
    expect(files.length).toBeGreaterThan(15);
    expect(files.length).toBeLessThan(80);
    expect(new Set(files).size).toBe(files.length);
  }
  expect(filesOf("fr")[0]).not.toBe(filesOf("en")[0]);
});

test("its name changes with what it lists", () => {
  expect(script).toMatch(/^const build = "[\w-]{12}", files = /);
});
