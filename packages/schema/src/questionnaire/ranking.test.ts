import fc from "fast-check";
import { expect, it } from "vitest";
import { append, moveDown, moveUp, place, remove } from "./ranking.ts";

const ranked = ["A", "B", "C"];
const ranking = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E"));
const one = fc.constantFrom("A", "B", "C", "D", "E");

it("a value goes up or down by one rank, and stops at the ends", () => {
  expect(moveUp(ranked, "B")).toEqual(["B", "A", "C"]);
  expect(moveUp(ranked, "A")).toEqual(ranked);
  expect(moveDown(ranked, "B")).toEqual(["A", "C", "B"]);
  expect(moveDown(ranked, "C")).toEqual(ranked);
  expect(moveUp(ranked, "Z")).toEqual(ranked);
});

it("a value is put at a rank, wherever it was", () => {
  expect(place(ranked, "C", 0)).toEqual(["C", "A", "B"]);
  expect(place(ranked, "A", 99)).toEqual(["B", "C", "A"]);
  expect(place(ranked, "D", 1)).toEqual(["A", "D", "B", "C"]);
});

it("no more are ranked than may be", () => {
  expect(append(ranked, "D", 3)).toEqual(ranked);
  expect(append(ranked, "D", 4)).toEqual([...ranked, "D"]);
  expect(append(ranked, "A")).toEqual(ranked);
  expect(remove(ranked, "B")).toEqual(["A", "C"]);
});

it("moving loses nothing, repeats nothing, and changes nothing given to it", () => {
  fc.assert(
    fc.property(ranking, one, fc.integer(), (list, value, rank) => {
      const before = [...list];
      for (const moved of [moveUp(list, value), moveDown(list, value)])
        expect(moved.toSorted()).toEqual(list.toSorted());
      const placed = place(list, value, rank);
      expect(new Set(placed)).toEqual(new Set([...list, value]));
      expect(placed).toHaveLength(new Set(placed).size);
      expect(list).toEqual(before);
    }),
  );
});

it("down undoes up, except from the first rank", () => {
  fc.assert(
    fc.property(ranking, one, (list, value) => {
      fc.pre(list.indexOf(value) > 0);
      expect(moveDown(moveUp(list, value), value)).toEqual(list);
    }),
  );
});
