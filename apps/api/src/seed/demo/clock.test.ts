import { expect, test } from "vitest";
import { zone } from "../../platform/day.ts";
import { demoClock } from "./clock.ts";

const paris = (instant: Date) => instant.toLocaleString("sv-SE", { timeZone: zone });

test.each([
  ["2026-11-25T12:00Z", 753, "2026-11-25"],
  ["2026-12-01T12:00Z", 753, "2026-11-25"],
  ["2026-12-01T23:30Z", 754, "2026-12-02"],
  ["2012-06-19T12:00Z", -1, "2012-06-13"],
])("at %s the dates of 2012 are moved by %i weeks, and 20 June is %s", (today, weeks, day) => {
  const clock = demoClock("2012-06-20", new Date(today));
  expect([clock.shiftWeeks, clock.day("2012-06-20")]).toEqual([weeks, day]);
});

test("a meeting at two in the afternoon is at two in the afternoon, summer or winter", () => {
  const clock = demoClock("2012-06-20", new Date("2026-11-25T12:00Z"));
  expect(paris(clock.instant("2012-03-13T14:00:00+01:00"))).toBe("2026-08-18 14:00:00");
  expect(paris(clock.instant("2012-06-13T14:00:00+02:00"))).toBe("2026-11-18 14:00:00");
});

test("a past act is never later than now, even on the very day", () => {
  const dawn = new Date("2026-11-25T05:00Z");
  const clock = demoClock("2012-06-20", dawn);
  expect(clock.past("2012-06-20T23:59:59+02:00")).toBe(true);
  expect(clock.past("2012-06-21")).toBe(false);
  expect(clock.done("2012-06-20T14:30:00+02:00")).toEqual(dawn);
  expect(clock.instant("2012-06-20T14:30:00+02:00") > dawn).toBe(true);
});

test.each(["2012-02-30", "20 juin", "2012-6-20", "tomorrow"])("%s is no day to read the demonstration on", (date) => {
  expect(() => demoClock(date, new Date())).toThrow(`DEMO_DATE=${date} is not a day like 2012-06-20.`);
});
