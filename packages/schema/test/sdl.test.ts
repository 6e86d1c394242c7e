import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, buildSchema } from "graphql";
import { expect, test } from "vitest";
import { possibleTypes } from "../src/possibleTypes.ts";
import { typeDefs } from "../src/typeDefs.ts";

const schema = buildSchema(typeDefs);
const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

test("every type, field and value of the schema says what it is", () => {
  const silent = own.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().filter((it) => !it.description);
    if (isObjectType(type) || isInputObjectType(type) || isInterfaceType(type))
      return Object.values(type.getFields()).filter((it) => !it.description);
    return [];
  });
  const roots = new Set(["Query", "Mutation", "String", "Int", "Float", "Boolean", "ID"]);
  const untold = own.filter(({ name, description }) => !description && !roots.has(name));
  expect([...untold, ...silent].map(({ name }) => name)).toEqual([]);
});

test("the cache knows each type that an interface may be", () => {
  const interfaces = own.filter(isInterfaceType);
  const known = Object.fromEntries(
    interfaces.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    ]),
  );
  expect(known).toEqual(
    Object.fromEntries(Object.entries(possibleTypes).map(([name, types]) => [name, types.toSorted()])),
  );
});
