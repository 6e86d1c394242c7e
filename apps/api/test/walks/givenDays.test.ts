import { getNamedType, getNullableType, type GraphQLInputObjectType, isInputObjectType, isListType } from "graphql";
import { expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { inputsFor } from "./inputs.ts";
import { holderOf } from "../site/people.ts";
import { schema } from "./walk.ts";

const api = seededApi();
const { inputOf } = inputsFor(api);

interface Place {
  mutation: string;
  /** Path of the day in its input. */
  path: string;
  instant: boolean;
}

/** All days that acts are given, those of lists and of parts too. */
const places = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name: mutation, args }) => {
  const within = (type: GraphQLInputObjectType, path: string): Place[] =>
    Object.values(type.getFields()).flatMap((field) => {
      const at = `${path}${field.name}${isListType(getNullableType(field.type)) ? ".0" : ""}`;
      const named = getNamedType(field.type);
      if (isInputObjectType(named)) return within(named, `${at}.`);
      const instant = named.name === "DateTime";
      return instant || named.name === "Date" ? [{ mutation, path: at, instant }] : [];
    });
  return within(getNamedType(args[0]!.type) as GraphQLInputObjectType, "");
});

const put = (input: object, [head, ...rest]: string[], value: string): object =>
  Object.assign(Array.isArray(input) ? [...input] : { ...input }, {
    [head!]: rest.length > 0 ? put((input as Record<string, object>)[head!]!, rest, value) : value,
  });

test.each(places)("$mutation: a year half typed is refused at $path, and a day of no month", async (place) => {
  const { mutation, path, instant } = place;
  const viewer = await holderOf(api.database, "ADMINISTRATOR");
  for (const day of instant ? ["0026-02-03T10:00:00Z"] : ["0026-02-03", "2026-02-30"]) {
    const query = `mutation ($input: ${String(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type)}) {
      ${mutation}(input: $input) { problems { code field } } }`;
    const { data } = await api.ask(query, { input: put(await inputOf(mutation), path.split("."), day) }, viewer);
    expect(data?.[mutation].problems).toContainEqual({ code: "NOT_A_DATE", field: path });
  }
});
