import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";
import { beforeAll, expect, test } from "vitest";
import { linkDigest } from "../../src/platform/linkCode.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { everyRow } from "./everyRow.ts";
import { inputsFor } from "./inputs.ts";
import { personWith } from "../site/people.ts";
import { long } from "./long.ts";
import { schema } from "./walk.ts";

const api = seededApi();
const { inputOf } = inputsFor(api);
let viewer: Viewer;
let asked: Record<string, object[]>;

const roles = ["ADMINISTRATOR", "FACILITATOR", "RAPPORTEUR", "REFERENT", "MODERATOR"] as const;

beforeAll(async () => {
  const id = await personWith(api.database, [...roles]);
  const held = roles.map((role) => ({ role, groupId: null, territoryId: null }));
  viewer = viewerOf({ id, displayName: "Une personne fictive", language: "fr" }, held);
  asked = await everyRow(api.database, []);
});

type Path = (string | number)[];

/** Places of a text within what an argument takes, at any depth: ids, days and answers are texts too. */
function places(type: GraphQLInputType, path: Path, around: string[] = []): Path[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return places(bare.ofType, [...path, 0], around);
  if (isInputObjectType(bare)) {
    if (around.includes(bare.name)) return [];
    return Object.values(bare.getFields()).flatMap((field) =>
      places(field.type, [...path, field.name], [...around, bare.name]),
    );
  }
  return ["String", "ID", "Date", "DateTime", "AnswerValue"].includes(bare.toString()) ? [path] : [];
}

/** The same arguments, with a text at a place. */
function withText(args: unknown, [first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text;
  if (first === 0) return [withText((args as unknown[] | null)?.[0], rest, text)];
  const given = (args ?? {}) as Record<string, unknown>;
  return { ...given, [first]: withText(given[first], rest, text) };
}
const placesOf = (field: Field) => field.args.flatMap(({ name, type }) => places(type, [name]));

type Field = GraphQLField<unknown, unknown>;

/** A field as it is asked for, with the nodes of a page. */
function asks(field: Field, inner?: string) {
  const type = getNamedType(field.type);
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  const fields = isObjectType(type) ? type.getFields() : {};
  const beneath = inner ?? ("nodes" in fields ? "nodes { __typename }" : "__typename");
  return `${field.name}${args && `(${args})`} ${isObjectType(type) ? `{ ${beneath} }` : ""}`;
}
const declared = (...fields: Field[]) => {
  const all = fields.flatMap(({ args }) => args.map(({ name, type }) => `$${name}: ${String(type)}`));
  return all.length > 0 ? `(${all.join(", ")})` : "";
};

/** Codes of a refusal: anything else is a text that somebody choked on. */
const refusals = new Set(["BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN"]);

/** Sends the long text to each place; answers with those where it was neither read nor refused as it should be. */
async function sendLong(query: string, field: Field, args: object) {
  const wrong: string[] = [];
  for (const place of placesOf(field)) {
    const { errors } = await api.ask(query, withText(args, place, long) as Record<string, unknown>, viewer);
    const failed = errors?.find(
      // Nor was another argument left out: the text would not have been looked at.
      ({ message, extensions }) => !refusals.has(extensions.code) || /not to be null|not provided/.test(message),
    );
    if (failed) wrong.push(`${place.join(".")}: ${failed.extensions.code} ${failed.message.slice(0, 200)}`);
  }
  return wrong;
}

const root = Object.values(schema.getQueryType()!.getFields());
const acts = Object.values(schema.getMutationType()!.getFields());

/** An input that goes as far as its texts. */
async function inputTo(act: string) {
  const input = await inputOf(act);
  const first = async (table: string) =>
    (await api.database.query<[{ id: string }]>(`select id from ${table} limit 1`))[0].id;
  if (act === "postExchange") return { ...input, id: crypto.randomUUID() };
  if (act === "react") return { ...input, subjectId: await first("contribution where status = 'VISIBLE'") };
  if (act !== "resendInitiative") return input;
  await api.database.query("update initiative set code_digest = $2 where id = $1", [
    await first("initiative"),
    linkDigest("initiative", "AAAA"),
  ]);
  return { ...input, code: "AAAA" };
}

test.each(acts.map((field) => [field.name, field] as const))("%s reads each of its texts once", async (name, field) => {
  const query = `mutation ${declared(field)} { ${asks(field, "problems { code }")} }`;
  expect(await sendLong(query, field, { input: await inputTo(name) })).toEqual([]);
});

test.each(root.filter((field) => placesOf(field).length > 0).map((field) => [field.name, field] as const))(
  "the query %s reads each of its texts once",
  async (name, field) => {
    expect(await sendLong(`query ${declared(field)} { ${asks(field)} }`, field, asked[name]?.[0] ?? {})).toEqual([]);
  },
);

const inside = root.flatMap((parent) => {
  const type = getNamedType(parent.type);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields
    .filter((field) => placesOf(field).length > 0)
    .map((field) => [parent.name, field.name, parent, field] as const);
});

test.each(inside)("%s.%s reads each of its texts once", async (name, _, above, field) => {
  // An argument that both have is the inner one's: the outer one is read by itself.
  const parent = { ...above, args: above.args.filter((own) => !field.args.some((arg) => arg.name === own.name)) };
  const query = `query ${declared(parent, field)} { ${asks(parent, asks(field))} }`;
  expect(await sendLong(query, field, { ...asked.contribution![0], ...asked[name]?.[0] })).toEqual([]);
});
