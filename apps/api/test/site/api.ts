import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { createGraphQL, tables } from "../../src/app.ts";
import { astray } from "../../src/domain/tell/overview/tally.truth.ts";
import { createContext } from "../../src/platform/context.ts";
import { prepared } from "../../src/platform/data/statement.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { copyOf, dropCopy, staying } from "./cluster.ts";
import { unhurried } from "./unhurried.ts";

/** The address a request comes from. */
export interface From {
  address?: string;
  device?: () => string;
  /** Each thing that is read is asked apart, under its own name, and nothing with others of its turn. */
  apart?: boolean;
}

/** Of all the files of a worker: each has its own database, which comes with what is asked. */
const graphql = createGraphQL();

/**
 * A real API on its own real database: an empty one, or a copy of another template. With as many connections as a site,
 * or fewer where nothing is about what happens at once: each plans every statement for itself.
 */
export function testApi(template = async () => inject("template"), connections?: number) {
  let database: DataSource;

  beforeAll(async () => {
    const url = await copyOf(await template(), inject("admin"), staying);
    database = await openDatabase(url, tables, {
      limits: { ...unhurried, ...(connections && { max: connections }) },
    });
    return () => dropCopy(url, inject("admin"), staying);
  });
  // The kept figures are those of the rows, after any file of rules.
  afterAll(async () => {
    const found = await astray(database.manager);
    await database.destroy();
    expect(found).toEqual([]);
  });

  return {
    get database() {
      return database;
    },
    /** Runs a query as a visitor, or as the given viewer. */
    async ask(query: string, variables: Record<string, unknown> = {}, viewer?: Viewer, { apart, ...from }: From = {}) {
      const contextValue = createContext(database, { viewer, ...from });
      if (apart) contextValue.joined = (...asked) => prepared(database.manager, ...asked);
      const { body } = await graphql.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== "single") throw new Error("incremental");
      return body.singleResult as { data?: any; errors?: { message: string; extensions: { code: string } }[] };
    },
  };
}
