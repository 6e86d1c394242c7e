import {
  getNullableType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
} from "graphql";
import type { DataSource } from "typeorm";
import { resolvers, schemaOfAll } from "../../src/app.ts";
import { createContext } from "../../src/platform/context.ts";
import type { Viewer } from "../../src/platform/viewer.ts";

export const schema = schemaOfAll();

/** A value the schema answered, and the first path to it. */
export interface ToldField {
  path: string;
  value: unknown;
}

type Resolver = (parent: unknown, args: object, context: unknown) => unknown;
export const resolverOf = (type: string, field: string) =>
  resolvers.map((domain) => (domain as Record<string, Record<string, Resolver>>)[type]?.[field]).find(Boolean);

/** A field of a type, with its resolver and the arguments that it is given. */
interface Read {
  name: string;
  type: GraphQLOutputType;
  /** None: it is a property of its row. */
  resolve: Resolver | undefined;
  defaults: object;
}

const readings = new Map<string, Read[]>();

/** Looked up once for all the rows of a type. */
function readingsOf(type: GraphQLObjectType): Read[] {
  const known = readings.get(type.name);
  if (known) return known;
  const found = Object.values(type.getFields()).map(({ name, type: of, args }) => ({
    name,
    type: of,
    resolve: resolverOf(type.name, name),
    defaults: Object.fromEntries(args.map((arg) => [arg.name, arg.defaultValue])),
  }));
  readings.set(type.name, found);
  return found;
}

/** Rows of a step that are read together: what they ask of the database is asked for all of them at once. */
const together = 1000;

/**
 * Reads every value the schema answers a viewer, by any path, however deep. A row is walked once, whatever the paths to
 * it, since a field depends on its row alone. `ask` holds the arguments of the root fields; other fields get none.
 * `asTold` walks a row again where another path tells other words of it, as of one whose page keeps some back.
 */
export async function walk(
  database: DataSource,
  viewer: Viewer,
  ask: Record<string, object[]>,
  { asTold = false } = {},
): Promise<{ told: ToldField[]; fields: Set<string> }> {
  const told: ToldField[] = [];
  const fields = new Set<string>();
  const seen = new Set<string>();
  let ahead: { type: GraphQLObjectType; value: unknown; path: string }[] = [];

  function meet(type: GraphQLOutputType, value: unknown, path: string): void {
    if (value === null || value === undefined) return;
    const bare = getNullableType(type);
    if (isListType(bare)) for (const one of value as unknown[]) meet(bare.ofType, one, path);
    else if (isLeafType(bare)) told.push({ path, value });
    else if (isObjectType(bare)) {
      const { id } = value as { id?: unknown };
      const key = `${bare.name} ${typeof id === "string" && !asTold ? id : JSON.stringify(value)}`;
      if (seen.has(key)) return;
      seen.add(key);
      ahead.push({ type: bare, value, path });
    }
  }

  const query = schema.getQueryType()!;
  const unasked = Object.values(query.getFields()).filter(({ name, args }) => args.length > 0 && !ask[name]);
  if (unasked.length > 0) throw new Error(`Not asked: ${unasked.map(({ name }) => name).join(", ")}`);

  const root = Object.values(query.getFields()).flatMap((field) =>
    (ask[field.name] ?? [{}]).map((args) => ({ field, args })),
  );
  for (let index = 0; index < root.length; index += 50) {
    const context = createContext(database, { viewer });
    await Promise.all(
      root.slice(index, index + 50).map(async ({ field, args }) => {
        fields.add(`Query.${field.name}`);
        meet(field.type, await allowed(() => resolverOf("Query", field.name)?.({}, args, context)), field.name);
      }),
    );
  }
  while (ahead.length > 0) {
    const now = ahead;
    ahead = [];
    for (let index = 0; index < now.length; index += together) {
      const context = createContext(database, { viewer });
      const asked: Promise<void>[] = [];
      for (const { type, value, path } of now.slice(index, index + together))
        for (const field of readingsOf(type)) {
          fields.add(`${type.name}.${field.name}`);
          const at = `${path}.${field.name}`;
          const property = (value as Record<string, unknown>)[field.name];
          if (!field.resolve && typeof property !== "function") meet(field.type, property, at);
          else {
            const answer = allowed(() => (field.resolve ?? byName(field.name))(value, field.defaults, context));
            asked.push(answer.then((read) => meet(field.type, read, at)));
          }
        }
      await Promise.all(asked);
    }
  }
  return { told, fields };
}

const byName =
  (name: string): Resolver =>
  (parent, args, context) => {
    const value = (parent as Record<string, unknown>)[name];
    return typeof value === "function" ? (value as (...all: unknown[]) => unknown)(args, context) : value;
  };

const refusals = new Set(["FORBIDDEN", "UNAUTHENTICATED", "NOT_FOUND", "BAD_USER_INPUT"]);

/** The answer; null where it was refused. Any other error is a bug. */
async function allowed(answer: () => unknown): Promise<unknown> {
  try {
    return await answer();
  } catch (error) {
    const { code } = (error as { extensions?: { code?: string } }).extensions ?? {};
    if (code && refusals.has(code)) return null;
    throw error;
  }
}
