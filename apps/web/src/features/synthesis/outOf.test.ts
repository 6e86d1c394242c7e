import { expect, test } from "vitest";
import { outOf } from "./outOf.ts";

const said = (on: number, against = 0) => ({ keyPoints: [{ peopleCount: on }], against: [{ peopleCount: against }] });

test("figures of a synthesis are out of all whose words could count, unless more people said something", () => {
  expect(outOf([said(12), said(3, 30)], 30)).toBe(30);
  expect(outOf([said(12), said(3, 31)], 30)).toBe(null);
  expect(outOf([said(5)], 0)).toBe(null);
});
