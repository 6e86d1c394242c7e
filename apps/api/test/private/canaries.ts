import { createHash } from "node:crypto";
import type { DataSource } from "typeorm";
import { beforeAll } from "vitest";
import { schema } from "../walks/walk.ts";
import { finderOf } from "./found.ts";
import { plant } from "./plant.ts";
import { secrets } from "./secrets.ts";

/** A value of a private column, which is found wherever it is told. */
export interface Canary {
  value: string;
  from: string;
}

/** A database where private rows are of every kind, with a canary in every private column. */
export function withCanaries(api: { database: DataSource }): Canary[] {
  const canaries: Canary[] = [];
  beforeAll(async () => {
    const { database } = api;
    const column = async (text: string) => (await database.query<{ value: string }[]>(text)).map(({ value }) => value);
    await plant(database);
    for (const [table, name, where = "true"] of secrets) {
      const rows = await column(
        `with planted as (
           update "${table}" set "${name}" = 'canary-${`${table}-${name}`.replaceAll("_", "-")}-' || gen_random_uuid()
           where ${where} returning "${name}" as value
         ) select value from planted`,
      );
      canaries.push(...rows.map((value) => ({ value, from: `${table}.${name}` })));
    }
    for (const table of ["draft", "response_revision"])
      canaries.push(
        ...(await column(`select answers->>'x' as value from ${table}`)).map((value) => ({
          value,
          from: `${table}.answers`,
        })),
      );
    // Ids are canaries too: they are keys to all the rest.
    for (const table of ["response", "person"])
      canaries.push(
        ...(await column(`select id::text as value from ${table}`)).map((value) => ({ value, from: `${table}.id` })),
      );
  });
  return canaries;
}

/** Forms in which a value may leave: as it is, encoded, digested. */
export const forms = (value: string) => {
  const digest = (encoding: "hex" | "base64url") => createHash("sha256").update(value).digest(encoding);
  const encoded = Buffer.from(value).toString("base64url");
  return [value, value.replaceAll("-", ""), encoded, encoded.slice(0, -2), digest("hex"), digest("base64url")];
};

/** Canaries found letter by letter in a text. */
export const asTheyAre = (canaries: Canary[], text: string) =>
  finderOf(
    canaries.map(({ value }) => value),
    (value) => [value],
  )(text);

/** Arguments of a walk that reads nothing but what is added to them. */
export const nothing = Object.fromEntries(Object.keys(schema.getQueryType()!.getFields()).map((name) => [name, []]));
