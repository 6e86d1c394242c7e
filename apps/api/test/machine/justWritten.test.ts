import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createGraphQL, routes, tables } from "../../src/app.ts";
import { buildWeb } from "../../src/platform/server/build.ts";
import { configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { copyOf, dropCopy } from "../site/cluster.ts";
import { seededTemplate } from "../site/demo.ts";

let database: DataSource;
let app: FastifyInstance;

beforeAll(async () => {
  await buildWeb();
  const url = await copyOf(await seededTemplate(), inject("admin"));
  database = await openDatabase(url, tables);
  app = await createHttp({ graphql: createGraphQL(), database, config: configOf({ PORT: "4000" }), routes });
  return () => dropCopy(url, inject("admin"));
}, 240_000);
afterAll(async () => {
  await app?.close();
  await database?.destroy();
});

test("whoever has just reacted reads it on their next page; others within a moment, who are not made to wait", async () => {
  const slug = "proposition-3";
  const [{ id: subjectId }] = await database.query("select id from proposal where slug = $1", [slug]);
  const text = "Le marché du jeudi le fait déjà depuis deux ans.";
  const page = async (cookie = "") => (await app.inject({ url: `/proposals/${slug}`, headers: { cookie } })).body;
  await page();
  const { headers } = await app.inject({
    method: "POST",
    url: "/graphql",
    payload: {
      query: "mutation ($input: ReactInput!) { react(input: $input) { problems { code } held } }",
      variables: { input: { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "COMPLETE", text } },
    },
  });
  const cookie = [headers["set-cookie"]].flat().find((one) => one?.startsWith("wrote="));
  expect(cookie).toMatch(/^wrote=1; Max-Age=3; HttpOnly; Path=\/; SameSite=Lax/);
  expect(await page(cookie!.split(";")[0])).toContain(text);
  await expect.poll(() => page()).toContain(text);
});
