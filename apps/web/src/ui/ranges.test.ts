import { expect, test } from "vitest";
import { cut } from "./ranges.ts";

const read = (text: string, ranges: { start: number; end: number }[]) =>
  cut(text, ranges)
    .map(({ from, to, covering, opens, closes }) => {
      const words = text.slice(from, to);
      return covering.length ? `${opens ? "[" : ""}${words}${closes ? "]" : ""}` : words;
    })
    .join("|");

test("a text without ranges is one piece", () => {
  expect(read("Le bois aussi.", [])).toBe("Le bois aussi.");
});

test("the highlighter is put down and lifted once where two passages overlap or touch", () => {
  expect(
    read("abcdef", [
      { start: 1, end: 4 },
      { start: 2, end: 5 },
    ]),
  ).toBe("a|[b|cd|e]|f");
  expect(
    read("abcdef", [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]),
  ).toBe("[abc|def]");
});

test("one passage within another, or given twice, loses no letter", () => {
  expect(
    read("abcdef", [
      { start: 0, end: 6 },
      { start: 2, end: 4 },
      { start: 2, end: 4 },
    ]),
  ).toBe("[ab|cd|ef]");
});

test("what falls outside of the text is left out", () => {
  expect(
    read("abc", [
      { start: -4, end: 1 },
      { start: 2, end: 90 },
      { start: 50, end: 60 },
      { start: 2, end: 1 },
    ]),
  ).toBe("[a]|b|[c]");
});
