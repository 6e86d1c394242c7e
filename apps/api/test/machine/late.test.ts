import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGraphQL, routes } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { seededApi } from "../site/demo.ts";

const api = seededApi();
let app: FastifyInstance;
beforeAll(async () => {
  const database = api.database;
  const config = configOf({ PORT: "4000" });
  app = await createHttp({ graphql: createGraphQL(), database, config, deadline: 300, routes, web: false });
});
afterAll(() => app.close());

test("what is answered « nothing was saved » is not saved a moment later, and is saved once when it is sent again", async () => {
  const [{ id: subjectId }] = await api.database.query("select id from proposal where slug = 'proposition-3'");
  const text = `Trop tard ${randomUUID()}.`;
  const input = { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "COMPLETE", text };
  const query = "mutation ($input: ReactInput!) { react(input: $input) { problems { code } held } }";
  const react = () => app.inject({ method: "POST", url: "/graphql", payload: { query, variables: { input } } });
  const stored = async () => (await api.database.query("select from reaction where text = $1", [text])).length;

  // Somebody holds the table for longer than a request may take.
  const other = api.database.createQueryRunner();
  await other.startTransaction();
  await other.query("lock table reaction in share mode");
  const late = await react();
  expect(late.statusCode).toBe(503);
  await other.commitTransaction();
  await other.release();
  // Until nobody waits for the table any more.
  const idle =
    "select from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await api.database.query(idle)).length).toBe(0);
  expect(await stored()).toBe(0);

  await expect.poll(async () => (await react()).statusCode).toBe(200);
  expect(await stored()).toBe(1);
});
