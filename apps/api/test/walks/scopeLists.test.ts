/** Files and lists of two groups and two regions: those where nothing is give nothing of the other. */
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLObjectType,
  isInputObjectType,
  isListType,
} from "graphql";
import { expect, test } from "vitest";
import { createGraphQL, routes } from "../../src/app.ts";
import { WorkingGroups } from "../../src/domain/ground/group/group.entity.ts";
import { configOf } from "../../src/platform/config.ts";
import { createContext } from "../../src/platform/context.ts";
import { Territories } from "../../src/domain/ground/territory/territory.entity.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { visitor } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { team, withElsewhere } from "./elsewhere.ts";
import { cookieOf, personWith } from "../site/people.ts";
import { resolverOf, schema } from "./walk.ts";

const api = walkedApi();
const elsewhere = withElsewhere(api);
const column = async (text: string) => (await api.database.query<{ value: string }[]>(text)).map(({ value }) => value);

test("whoever holds roles elsewhere takes no file of a group: they answer what they answer to whoever holds no role", async () => {
  const { database } = api;
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database, config, routes, web: false });
  const slugs = (table: string) => column(`select slug as value from ${table}`);
  const paths = [
    ...(await slugs("questionnaire")).flatMap((slug) =>
      ["csv", "codebook.csv", "xlsx"].map((format) => `/exports/questionnaires/${slug}.${format}`),
    ),
    ...(await slugs("objective")).flatMap((slug) =>
      ["key-points.qdc", "passages.csv"].map((file) => `/exports/objectives/${slug}/${file}`),
    ),
    ...(await column("select id::text as value from production where published_at is null")).map(
      (id) => `/productions/${id}/file`,
    ),
    ...(await column("select id::text as value from handover")).map((id) => `/handovers/${id}/letter.html`),
    ...(await slugs("proposal")).map((slug) => `/proposals/${slug}/dossier.html`),
    ...(await slugs("synthesis")).map((slug) => `/syntheses/${slug}/v1.html`),
    ...(await slugs("meeting")).map((slug) => `/meetings/${slug}/meeting.ics`),
  ];
  const statuses = async (cookie: string) => {
    const all: [string, number][] = [];
    for (const url of paths) all.push([url, (await app.inject({ url, headers: { cookie } })).statusCode]);
    return all;
  };
  const unknown = await statuses(await cookieOf(database, await personWith(database, [])));
  expect(unknown.length).toBeGreaterThan(60);
  expect(unknown.filter(([url, status]) => url.startsWith("/exports/") && status === 200)).toEqual([]);
  const theirs = await personWith(database, team, elsewhere.groupId);
  await database.query("insert into role_grant (person_id, role, territory_id) values ($1, 'REFERENT', $2)", [
    theirs,
    elsewhere.territoryId,
  ]);
  expect(await statuses(await cookieOf(database, theirs))).toEqual(unknown);
  await database.query("delete from role_grant where person_id = $1", [theirs]);
  await app.close();
});

const here: Record<string, string> = { group: "ailleurs", territory: "nulle-part" };

/** Arguments of a field that name a group or a region where nothing is; null where it takes neither. */
function narrowed(args: readonly GraphQLArgument[]): object | null {
  const given: Record<string, unknown> = {};
  for (const { name, type, defaultValue } of args) {
    const bare = getNullableType(type);
    const within = isInputObjectType(bare) ? Object.keys(bare.getFields()).filter((each) => here[each]) : [];
    if (here[name]) given[name] = here[name];
    else if (within.length > 0) given[name] = Object.fromEntries(within.map((each) => [each, here[each]]));
    else given[name] = defaultValue ?? (bare.toString() === "String" ? "une" : undefined);
  }
  return JSON.stringify(given).includes("ailleurs") || JSON.stringify(given).includes("nulle-part") ? given : null;
}

/** True for a list, a page of one or a number that holds something. */
const holds = (value: unknown): boolean =>
  typeof value === "number" ? value > 0 : ((value as { nodes?: [] } | null)?.nodes ?? (value as []))?.length > 0;

/** A referent of a region in all groups belongs to the team of each. */
const everywhere = new Set(["WorkingGroup.team", "WorkingGroup.formerTeam"]);

test("a list narrowed to a group or a region where nothing is, and the pages of these, hold nothing of another", async () => {
  const context = createContext(api.database, { viewer: visitor });
  const ask = async (type: string, value: object | null, args: (field: Field) => object | null) => {
    const names: string[] = [];
    for (const field of Object.values((schema.getType(type) as GraphQLObjectType).getFields())) {
      const given = args(field);
      const list = isListType(getNullableType(field.type)) || /Connection$|^Int$/.test(getNamedType(field.type).name);
      if (!given || !list || everywhere.has(`${type}.${field.name}`)) continue;
      const answer = await Promise.resolve(resolverOf(type, field.name)?.(value, given, context)).catch(() => null);
      expect([field.name, holds(answer)]).toEqual([field.name, false]);
      names.push(field.name);
    }
    return names;
  };
  type Field = { args: readonly GraphQLArgument[] };
  const lists = await ask("Query", {}, ({ args }) => narrowed(args));
  expect(lists).toEqual(expect.arrayContaining(["contributions", "search", "exchanges", "initiatives", "handovers"]));
  const defaults = ({ args }: Field) => Object.fromEntries(args.map((arg) => [arg.name, arg.defaultValue]));
  const group = await context.load(WorkingGroups, elsewhere.groupId);
  const region = await context.load(Territories, elsewhere.territoryId);
  expect((await ask("WorkingGroup", group, defaults)).length).toBeGreaterThan(5);
  expect((await ask("Territory", region, defaults)).length).toBeGreaterThan(8);
  // The same lists, asked without it, hold something.
  expect(holds(await resolverOf("Query", "contributions")!({}, { first: 2 }, context))).toBe(true);
});
