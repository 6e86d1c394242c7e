import { overwriteGetLocale } from "@cahier/schema/runtime";
import { beforeEach, expect, test } from "vitest";
import { daysShown, formatDate, monthShown, weeksBefore } from "./dates.ts";

let locale: "fr" | "en";
overwriteGetLocale(() => locale);
beforeEach(() => {
  locale = "fr";
});

test("a day is said the same wherever one is", () => {
  expect(formatDate("2012-06-20")).toBe("20 juin 2012");
  expect(formatDate("2012-06-20", "long")).toBe("mercredi 20 juin 2012");
  expect(formatDate("2012-06-20", "month")).toBe("juin 2012");
});

test("a near day is said without its year, another one with it", () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  expect(formatDate("2012-06-01", "short")).toBe("1er juin 2012");
  for (const days of [-300, 0, 300]) expect(formatDate(inDays(days), "short")).not.toMatch(/\d{4}/);
  for (const days of [-360, 360]) expect(formatDate(inDays(days), "short")).toMatch(/ \d{4}$/);
});

test("two days of a year that is not near say it once", () => {
  expect(daysShown("2012-06-01", "2012-07-11")).toEqual({ from: "1er juin", to: "11 juillet 2012" });
  expect(daysShown("2011-12-30", "2012-01-02")).toEqual({ from: "30 décembre 2011", to: "2 janvier 2012" });
  const today = new Date().toISOString().slice(0, 10);
  expect(Object.values(daysShown(today, today)).join(" ")).not.toMatch(/\d{4}/);
});

test("above a drawing of time another year than today's is said on the first month and on January", () => {
  const months = ["2012-11-01", "2012-12-01", "2013-01-01", "2013-02-01"];
  expect(months.map((month) => monthShown(month, "2012-11-01"))).toEqual([
    "novembre 2012",
    "décembre",
    "janvier 2013",
    "février",
  ]);
  const year = new Date().getFullYear();
  expect(monthShown(`${year}-03-01`, `${year}-03-01`)).toBe("mars");
});

test("an instant is said at the time of Paris, summer and winter", () => {
  expect(formatDate("2012-06-20T12:30:00Z", "time")).toBe("mercredi 20 juin, 14\u00a0h\u00a030");
  expect(formatDate("2012-12-31T23:00:00Z", "time")).toBe("mardi 1er janvier, 0\u00a0h");
});

test("English dates are English", () => {
  locale = "en";
  expect(formatDate("2012-06-01")).toBe("1 June 2012");
  expect(formatDate("2012-06-20T12:30:00Z", "time")).toBe("Wednesday 20 June, 14:30");
});

test("the real date is found again by whole weeks, across a change of hour", () => {
  expect(weeksBefore("2025-11-19", 700)).toBe("2012-06-20");
  expect(formatDate(weeksBefore("2025-11-19T13:30:00Z", 700), "long")).toBe("mercredi 20 juin 2012");
  // An end on a winter evening was on that evening, in summer too.
  expect(weeksBefore("2025-11-19T22:59:00Z", 700)).toBe("2012-06-20");
});
