import type { FastifyInstance, InjectOptions } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, inject } from "vitest";
import { createGraphQL, routes, tables } from "../src/app.ts";
import { type Config, configOf } from "../src/platform/config.ts";
import { openDatabase } from "../src/platform/data/database.ts";
import { forgetKeptMails } from "../src/platform/mail/mail.ts";
import { createHttp } from "../src/platform/server/http.ts";
import { copyOf } from "./cluster.ts";

/** The whole HTTP server but the web pages, on a database of its own. */
export function testSite(
  settings: Partial<Config> = {},
  through = async (url: string) => url,
  template = async () => inject("template"),
) {
  let database: DataSource;
  let app: FastifyInstance;
  const config = { ...configOf({ PORT: "4000" }), ...settings };

  beforeAll(async () => {
    forgetKeptMails();
    database = await openDatabase(await through(await copyOf(await template(), inject("admin"))), tables);
    app = await createHttp({ graphql: createGraphQL(), database, config, routes, web: false });
  });
  afterAll(async () => {
    await app.close();
    if (database.isInitialized) await database.destroy();
  });

  return {
    get database() {
      return database;
    },
    get app() {
      return app;
    },
    /** Posts JSON, as the web does. */
    post: (url: string, payload: unknown, headers: Record<string, string> = {}) =>
      app.inject({
        method: "POST",
        url,
        payload: payload as InjectOptions["payload"],
        headers: { ...json, ...headers },
      }),
    ask: (query: string, headers: Record<string, string> = {}) =>
      app.inject({ method: "POST", url: "/graphql", payload: { query }, headers: { ...json, ...headers } }),
  };
}

const json = { "content-type": "application/json" };
