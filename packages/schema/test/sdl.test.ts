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

test("possibleTypes matches the types of each interface and no other, by name", () => {
  const interfaces = own.filter(isInterfaceType);
  expect(Object.keys(possibleTypes)).toEqual(interfaces.map(({ name }) => name));
  for (const it of interfaces) {
    const names = possibleTypes[it.name as keyof typeof possibleTypes].join("|");
    const named = own.filter((type) => isObjectType(type) && new RegExp(`^(?:${names})$`).test(type.name));
    expect(named).toEqual(own.filter((type) => isObjectType(type) && type.getInterfaces().includes(it)));
  }
});
