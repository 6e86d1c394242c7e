import type { FastifyInstance, InjectOptions } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, inject } from "vitest";
import { createGraphQL, routes, tables } from "../../src/app.ts";
import { type Config, configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { forgetKeptMails } from "../../src/platform/mail/mail.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { copyOf, dropCopy, staying } from "./cluster.ts";
import { unhurried } from "./unhurried.ts";

/**
 * The whole HTTP server but the web pages, on a database of its own. One that is reached through a wire, which may be
 * cut, has the limits of time of a site; another has those that a busy machine does not reach.
 */
export function testSite(
  settings: Partial<Config> = {},
  through?: (url: string) => Promise<string>,
  template = async () => inject("template"),
) {
  let database: DataSource;
  let app: FastifyInstance;
  const config = { ...configOf({ PORT: "4000" }), ...settings };

  beforeAll(async () => {
    forgetKeptMails();
    const url = await copyOf(await template(), inject("admin"), staying);
    const own = through ? {} : { limits: unhurried };
    database = await openDatabase((await through?.(url)) ?? url, tables, own);
    const deadline = through ? undefined : unhurried.query_timeout;
    app = await createHttp({ graphql: createGraphQL(), database, config, deadline, routes, web: false });
    return () => dropCopy(url, inject("admin"), staying);
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
