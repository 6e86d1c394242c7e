import { expect, expectTypeOf, test } from "vitest";
import {
  type Complete,
  type Fields,
  type Forgotten,
  headsOf,
  type Kept,
  namesOf,
  ofKind,
  publicOf,
  textsOf,
} from "../src/fields.ts";
import { numberFrom, sentOf, typedOf } from "../src/typed.ts";

const fields = {
  name: { kind: "line", most: 20, needed: true, heads: ["nom", "name"] },
  side: { kind: "choice", among: ["LEFT", "RIGHT"] },
  about: { kind: "text", most: 100 },
  people: { kind: "count", least: 0, most: 10 },
  since: { kind: "year", least: 1900, ahead: 1 },
  steps: { kind: "lines", most: 50 },
  months: { kind: "months" },
  open: { kind: "yes" },
  until: { kind: "day", needed: true },
  secret: { kind: "line", most: 20, team: true },
} as const satisfies Fields;

const sheet: Kept<typeof fields> = {
  name: "La halle",
  side: "LEFT",
  about: null,
  people: 3,
  since: null,
  steps: ["Un", "Deux"],
  months: [1, 12],
  open: true,
  until: "2026-12-01",
  secret: "Chut",
};

test("fields are told in their order, by kind, and without what the team alone reads", () => {
  expect(namesOf(fields)).toEqual(Object.keys(sheet));
  expect(ofKind(fields, "line", "lines")).toEqual(["name", "steps", "secret"]);
  expect(namesOf(publicOf(fields))).not.toContain("secret");
  expect(textsOf(publicOf(fields), sheet)).toEqual(["La halle", "Un", "Deux"]);
  expect(headsOf(fields)).toMatchObject({ name: ["nom", "name"], people: [] });
});

test("what is typed of a sheet is sent as it was, whole", () => {
  const typed = typedOf(fields, sheet);
  expect(typed).toMatchObject({ about: "", people: "3", steps: "Un\nDeux", months: [1, 12], open: true });
  expect(sentOf(fields, typed)).toEqual(sheet);
  expect(sentOf(fields, typedOf(fields, null))).toEqual({
    ...{ name: "", side: null, about: null, people: null, since: null, steps: [], months: [], open: false },
    ...{ until: "", secret: null },
  });
});

test("a number is read as people write it; what is none is sent as one that is refused", () => {
  expect(["12", " 12 000 ", "1\u202f000\u00a0€", "1000000000", ""].map(numberFrom)).toEqual([
    12,
    12000,
    1000,
    1e9,
    null,
  ]);
  expect(["12,500", "€1,250,000"].map(numberFrom)).toEqual([12500, 1_250_000]);
  for (const text of ["douze", "1,5", "1,50", "12,500.50", "-3", "99999999999"]) expect(numberFrom(text)).toBeNaN();
  const typed = { ...typedOf(fields, sheet), people: "beaucoup", since: "hier" };
  expect(sentOf(fields, typed)).toMatchObject({ people: -1, since: 1899 });
});

test("the compiler names what was forgotten, on either side", () => {
  type Input = Kept<typeof fields>;
  expectTypeOf<Forgotten<Input & { colour: string }, typeof fields>>().toEqualTypeOf<"colour">();
  expectTypeOf<Forgotten<Omit<Input, "people">, typeof fields>>().toEqualTypeOf<"people">();
  expectTypeOf<Complete<Forgotten<Input & { id: string }, typeof fields, "id">>>().toEqualTypeOf<never>();
});
