import { expect, test } from "vitest";
import { datesCrossed } from "./datesCrossed.ts";

test("an end before its beginning is told after what it has to come, and nothing of now", () => {
  expect(datesCrossed({ value: "20:00" })).toBe("La fin doit venir après le début\u00a0: 20:00.");
  expect(datesCrossed({ value: "2026-12-01" })).toBe("La fin doit venir après le début\u00a0: 1er décembre 2026.");
  expect(datesCrossed({ value: "" })).toContain("après maintenant");
});
