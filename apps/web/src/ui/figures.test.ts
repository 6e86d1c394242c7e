import { overwriteGetLocale } from "@cahier/schema/runtime";
import { afterEach, expect, test } from "vitest";
import { figures } from "./figures.ts";

afterEach(() => overwriteGetLocale(() => "fr"));

test("the bounds of a refusal are figures and days as the reader writes them", () => {
  overwriteGetLocale(() => "en");
  expect(figures("1–10000")).toBe("1–10,000");
  expect(figures("2026-12-01 – 2027-01-15")).toBe("1 December 2026 – 15 January 2027");
  overwriteGetLocale(() => "fr");
  expect(figures("1–10000")).toBe("1–10\u202f000");
  expect(figures("2026-12-01 – 2027-01-15")).toBe("1er décembre 2026 – 15 janvier 2027");
});

test("what goes from a day to the same day is that day", () => {
  expect(figures("2026-12-01 – 2026-12-01")).toBe("1er décembre 2026");
});
