import { expect, it } from "vitest";
import { definition, question, territory } from "../../test/definitions.ts";
import { suggestedMinutes } from "./minutes.ts";

const rows = ["A", "B", "C", "D", "E"].map((value) => ({ value, label: value }));

it("counts 20 seconds a closed question, 8 a row of a matrix, 90 a long text, and rounds up", () => {
  expect(suggestedMinutes(definition([territory]))).toBe(1);
  expect(suggestedMinutes(definition([territory, question("a", "SHORT_TEXT"), question("b", "RATING")]))).toBe(1);
  expect(suggestedMinutes(definition([territory, question("a", "LONG_TEXT"), question("t", "TEXT_BLOCK")]))).toBe(2);
  expect(suggestedMinutes(definition([territory, question("m", "MATRIX", { rows }), question("b", "DATE")]))).toBe(2);
});
