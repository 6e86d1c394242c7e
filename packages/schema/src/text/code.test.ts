import { expect, test } from "vitest";
import { checkSign, codeTyped, placeTyped, signs } from "./code.ts";

const characters = "3F9KWT07M2QX8DVA";
const whole = `3F9K-WT07-M2QX-8DVA-${checkSign(characters)}`;

test("a code is read as it is typed: how many signs are to come, one that no code has, and whether it is as printed", () => {
  expect(codeTyped("")).toEqual({ state: "NONE" });
  expect(codeTyped("3f9k wt")).toEqual({ state: "SHORT", left: 11 });
  expect(codeTyped("3f9u")).toEqual({ state: "STRANGE", sign: "U" });
  expect(codeTyped(`${whole}0`)).toEqual({ state: "LONG" });
  expect(codeTyped(characters)).toEqual({ state: "WHOLE", characters, checked: false });
  for (const typed of [whole, whole.toLowerCase(), whole.replace("0", "o"), `https://example.org/follow/${whole}`])
    expect(codeTyped(typed)).toEqual({ state: "WHOLE", characters, checked: true });
});

test("one sign that is mistyped is always found, and two neighbours that changed places, but the first and the last of all signs", () => {
  const printed = characters + checkSign(characters);
  const slips = Array.from(printed).flatMap((sign, at) => [
    ...Array.from(signs).map((other) => printed.slice(0, at) + other + printed.slice(at + 1)),
    printed.slice(0, at) + (printed[at + 1] ?? "") + sign + printed.slice(at + 2),
  ]);
  const found = slips.filter((slip) => slip !== printed).map((slip) => codeTyped(slip).state);
  expect(new Set(found)).toEqual(new Set(["MISTYPED"]));
  expect(found.length).toBeGreaterThan(500);
});

test("a sheet is named by its batch and its number, as it says at its top", () => {
  for (const typed of ["A 12", "lot A, feuille 12", "Lot A, feuille 12 sur 40", "A/12", "batch A, sheet 12 of 40"])
    expect([typed, placeTyped(typed)]).toEqual([typed, { batch: "A", number: 12 }]);
  for (const typed of ["", "12", "A", whole, characters, "A B C 4 x"])
    expect([typed, placeTyped(typed)]).toEqual([typed, null]);
  expect(placeTyped(`${" ".repeat(40_000)}A`)).toBe(null);
});
