import { expect, test } from "vitest";
import { hoursLeft } from "./evening.ts";

/** Readings, one each so many minutes. */
const readings = (count: number, minutes: number, from = 0) =>
  Array.from({ length: count }, (_, index) => new Date(from + index * minutes * 60_000));

test("the work left is told in hours, from twenty readings on", () => {
  expect(hoursLeft(120, readings(19, 2))).toBeNull();
  expect(hoursLeft(120, readings(20, 2))).toBe(4);
  expect(hoursLeft(3, readings(40, 2))).toBe(1);
  expect(hoursLeft(0, readings(40, 2))).toBeNull();
});

test("the night between two evenings is no time of reading, and texts read together took what they took", () => {
  const twoEvenings = [...readings(20, 3), ...readings(20, 3, 24 * 3_600_000)];
  expect(hoursLeft(100, twoEvenings)).toBe(5);
  expect(hoursLeft(100, readings(40, 0))).toBeNull();
});
