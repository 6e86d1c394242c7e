import { overwriteGetLocale } from "@cahier/schema/runtime";
import { afterEach, expect, test } from "vitest";
import { bounds, datesCrossed } from "./bounds.ts";

afterEach(() => overwriteGetLocale(() => "fr"));

test("the bounds of a refusal are figures and days as the reader writes them", () => {
  overwriteGetLocale(() => "en");
  expect(bounds("1–10000")).toBe("1–10,000");
  expect(bounds("2026-12-01 – 2027-01-15")).toBe("1 December 2026 – 15 January 2027");
  overwriteGetLocale(() => "fr");
  expect(bounds("1–10000")).toBe("1–10\u202f000");
  expect(bounds("2026-12-01 – 2027-01-15")).toBe("1er décembre 2026 – 15 janvier 2027");
});

test("what goes from a day to the same day is that day", () => {
  expect(bounds("2026-12-01 – 2026-12-01")).toBe("1er décembre 2026");
});

test("an end before its beginning is told after what it has to come, and nothing of now", () => {
  expect(datesCrossed({ value: "20:00" })).toBe("La fin doit venir après le début\u00a0: 20:00.");
  expect(datesCrossed({ value: "2026-12-01" })).toBe("La fin doit venir après le début\u00a0: 1er décembre 2026.");
  expect(datesCrossed({ value: "" })).toContain("après maintenant");
});
