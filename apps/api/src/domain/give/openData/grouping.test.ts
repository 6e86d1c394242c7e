import { expect, it } from "vitest";
import { toldApart } from "./grouping.ts";

const told = (counts: Record<string, [published: number, rest: number]>) =>
  [
    ...toldApart(new Map(Object.entries(counts).map(([key, [published, rest]]) => [key, { published, rest }]))),
  ].toSorted();

it("tells those apart who are five at least", () => {
  expect(told({ a: [5, 0], b: [12, 0] })).toEqual(["a", "b"]);
});

it("puts those together who are fewer, when they are five at least together", () => {
  expect(told({ a: [5, 0], b: [3, 0], c: [2, 0] })).toEqual(["a"]);
});

it("adds the smallest of those that were told to those who are still too few together", () => {
  expect(told({ a: [6, 0], b: [9, 0], c: [1, 0] })).toEqual(["b"]);
});

it("tells nobody apart of whom the results, less the file, would tell one to four people", () => {
  expect(told({ a: [20, 1], b: [20, 0], c: [20, 7] })).toEqual(["b"]);
  expect(told({ a: [20, 3], b: [20, 3] })).toEqual([]);
});

it("tells nobody apart where there are too few", () => {
  expect(told({ a: [3, 0] })).toEqual([]);
  expect(told({})).toEqual([]);
});
