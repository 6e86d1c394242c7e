import { expect, test } from "vitest";
import { eveningsLeft } from "./evening.ts";

test("what is left takes as many evenings as this one goes into it, the last one begun counting whole", () => {
  expect(eveningsLeft(138, 46, [])).toEqual({ left: 3, usual: false });
  expect(eveningsLeft(139, 46, [40, 50])).toEqual({ left: 4, usual: false });
});

test("an evening that has hardly begun says nothing of the pace: the last five do, a bad one among them or not", () => {
  expect(eveningsLeft(120, 3, [40, 42, 5, 38, 40, 900])).toEqual({ left: 3, usual: true });
  expect(eveningsLeft(120, 20, [40])).toEqual({ left: 6, usual: false });
  expect(eveningsLeft(100, 0, [20, 30])).toEqual({ left: 4, usual: true });
});

test("nothing is said when nothing is left, and when nobody knows how fast one reads", () => {
  expect(eveningsLeft(0, 46, [40])).toEqual({ left: null, usual: false });
  expect(eveningsLeft(400, 0, [])).toEqual({ left: null, usual: false });
});
