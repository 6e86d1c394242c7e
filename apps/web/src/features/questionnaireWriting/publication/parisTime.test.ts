import { expect, it } from "vitest";
import { fromParisTime, toParisTime } from "./parisTime.ts";

it("shows an instant at the time of Paris, in winter and in summer", () => {
  expect(toParisTime("2026-01-10T17:00:00.000Z")).toBe("2026-01-10T18:00");
  expect(toParisTime("2026-07-10T17:00:00.000Z")).toBe("2026-07-10T19:00");
});

it("reads back what it shows, on the days when the hour changes too", () => {
  for (const instant of ["2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z", "2026-10-25T09:00:00.000Z"])
    expect(fromParisTime(toParisTime(instant))).toBe(instant);
  expect(fromParisTime("")).toBeNull();
});
