import { expect, test } from "vitest";
import { columnsOf, type OnBoard, placesFor, spansOf } from "./board.ts";

let number = 0;
const point = (more: Partial<OnBoard> & { objective?: { id: string } } = {}) => ({
  id: `k${++number}`,
  number,
  parent: null,
  state: "STATED" as const,
  nature: "LEVER" as const,
  objective: { id: "o1" },
  ...more,
});

test("a key point stands in the column of its nature, one that nobody stated in its own; empty columns are left out", () => {
  const [lever, objection, argument] = [point(), point({ nature: "OBJECTION" }), point({ nature: "ARGUMENT" })];
  const working = point({ state: "WORKING", nature: "PROBLEM" });
  expect(columnsOf([working, lever, objection, argument])).toEqual([
    { column: "LEVERS", rows: [lever] },
    { column: "SIDES", rows: [objection, argument] },
    { column: "WORKING", rows: [working] },
  ]);
});

test("one is merged or put under others of its objective alone, never under what stands under it", () => {
  const it = point();
  const under = point({ parent: { id: it.id } });
  const working = point({ state: "WORKING" });
  const elsewhere = point({ objective: { id: "o2" } });
  const other = point();
  const all = [it, under, working, elsewhere, other];
  // A stated key point does not disappear into a working one.
  expect(placesFor(all, it, "merge")).toEqual([other]);
  expect(placesFor(all, it, "nest")).toEqual([working, other]);
  expect(placesFor(all, working, "merge")).toEqual([it, under, other]);
  // It is under that one already.
  expect(placesFor(all, under, "nest")).toEqual([working, other]);
});

test("a long column takes the tracks that others leave on a wide screen; where there are as many as tracks, each has one", () => {
  expect(spansOf([8, 2])).toEqual([3, 1]);
  expect(spansOf([5, 4])).toEqual([2, 2]);
  expect(spansOf([2, 9, 1])).toEqual([1, 2, 1]);
  expect(spansOf([3])).toEqual([4]);
  expect(spansOf([9, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1]);
  expect(spansOf([])).toEqual([]);
});
