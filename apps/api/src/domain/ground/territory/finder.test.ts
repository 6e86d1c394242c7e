import { expect, test } from "vitest";
import type { TerritoryKind } from "../../../graphql/resolvers.generated.ts";
import { territoryFinder } from "./finder.ts";

const place = (kind: TerritoryKind, code: string, name: string) => ({
  id: `${kind}:${code}`,
  kind,
  code,
  name,
  regionId: null,
});
const find = territoryFinder([
  place("DEPARTMENT", "06", "Alpes-Maritimes"),
  place("DEPARTMENT", "2A", "Corse-du-Sud"),
  place("DEPARTMENT", "21", "Côte-d’Or"),
  place("DEPARTMENT", "29", "Finistère"),
  place("DEPARTMENT", "93", "Seine-Saint-Denis"),
  place("DEPARTMENT", "974", "La Réunion"),
  place("REGION", "06", "Mayotte"),
  place("REGION", "11", "Île-de-France"),
  place("REGION", "24", "Centre-Val de Loire"),
  place("REGION_2012", "24", "Centre"),
]);

test.each([
  ["DEPARTMENT", "06", "DEPARTMENT:06"],
  ["DEPARTMENT", "6", "DEPARTMENT:06"],
  ["DEPARTMENT", "006", "DEPARTMENT:06"],
  ["REGION", "6", "REGION:06"],
  ["DEPARTMENT", "2a", "DEPARTMENT:2A"],
  ["DEPARTMENT", " 974 ", "DEPARTMENT:974"],
  ["DEPARTMENT", "finistere", "DEPARTMENT:29"],
  ["DEPARTMENT", "29 - Finistère", "DEPARTMENT:29"],
  ["DEPARTMENT", "Finistère (29)", "DEPARTMENT:29"],
  ["DEPARTMENT", "COTE D'OR", "DEPARTMENT:21"],
  ["DEPARTMENT", "Seine-St-Denis", "DEPARTMENT:93"],
  ["DEPARTMENT", "Réunion", "DEPARTMENT:974"],
  ["REGION", "Ile de France", "REGION:11"],
  ["REGION_2012", "centre", "REGION_2012:24"],
  ["REGION_2012", "24", "REGION_2012:24"],
] as const)("of kind %s, « %s » is %s", (kind, said, id) => {
  expect(find(kind, said)?.id).toBe(id);
});

test.each([
  ["DEPARTMENT", "Île-de-France"],
  ["DEPARTMENT", "20"],
  ["REGION", "Centre"],
  ["REGION", ""],
  ["REGION_2012", "11"],
] as const)("of kind %s, « %s » is nowhere", (kind, said) => {
  expect(find(kind, said)).toBeNull();
});
