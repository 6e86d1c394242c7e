import { numberFrom, wholeNumber } from "@cahier/schema/typed";
import { expect, test } from "vitest";
import { type TypedControl, unsendable } from "./unsendable.ts";

const typed = (value: string, control: Partial<TypedControl> = {}): TypedControl[] => [
  { name: "people", type: "number", value, step: "", dataset: {}, ...control },
];
const codes = (controls: TypedControl[]) => unsendable(controls).map(({ code }) => code);

test("half a person, and letters, are said by their field", () => {
  expect(codes(typed("7"))).toEqual([]);
  expect(codes(typed("1.5", { validity: { stepMismatch: true } }))).toEqual(["NOT_WHOLE"]);
  expect(codes(typed("", { validity: { badInput: true } }))).toEqual(["NOT_WHOLE"]);
});

test("more people than can be counted are said by their field, with the most that can be", () => {
  expect(unsendable(typed("2147483647"))).toEqual([]);
  expect(unsendable(typed("3000000000"))).toEqual([{ code: "OUT_OF_RANGE", field: "people", value: "≤ 2147483647" }]);
});

test("an answer that takes decimals is sent, and so is a day that is half typed", () => {
  expect(codes(typed("1.5", { step: "any" }))).toEqual([]);
  expect(codes(typed("", { type: "date", validity: { badInput: true } }))).toEqual([]);
});

test("a field with more than can be sent says how much it takes", () => {
  expect(unsendable(typed("a".repeat(60_001), { type: "textarea", dataset: { most: "600" } }))).toEqual([
    { code: "TOO_LONG", field: "people", value: "600" },
  ]);
});

test("a line says the most that it takes too, and blanks alone are sent, as nothing", () => {
  const told = (value: string, maxLength: number) => unsendable(typed(value, { type: "text", maxLength }));
  expect(told("a".repeat(60_001), 120)).toEqual([{ code: "TOO_LONG", field: "people", value: "120" }]);
  for (const none of [-1, 524_288])
    expect(told("a".repeat(60_001), none)).toEqual([{ code: "TOO_LONG", field: "people", value: "60000" }]);
  expect(told(" ".repeat(100_000), 120)).toEqual([]);
});

test("the pattern of a whole number takes what is read as one, and nothing else", () => {
  const pattern = new RegExp(`^(?:${wholeNumber})$`, "v");
  for (const text of ["", "12", " 12 000 ", "1\u202f000\u00a0€", "12,500", "€1,250,000"])
    expect([text, pattern.test(text)]).toEqual([text, !Number.isNaN(numberFrom(text))]);
  for (const text of ["douze", "1,5", "12,500.50", "-3", "12,50", "1,2500"])
    expect([text, pattern.test(text)]).toEqual([text, false]);
});
