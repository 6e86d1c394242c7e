import { expect, test } from "vitest";
import { monthsBetween, placeOf } from "./scheduleScale.ts";

test("a day stands where it falls between the first and the last", () => {
  const place = placeOf("2012-03-01", "2012-07-31");
  expect(place("2012-03-01")).toBe("0%");
  expect(place("2012-05-16")).toBe("50%");
  expect(place("2012-07-31")).toBe("100%");
  expect(place("2011-01-01")).toBe("0%");
  expect(place("2012-04-12", "2012-03-13")).toBe("19.74%");
});

test("months are marked where they begin", () => {
  expect(monthsBetween("2012-03-13", "2012-05-01")).toEqual(["2012-04-01", "2012-05-01"]);
  expect(monthsBetween("2011-12-01", "2012-01-31")).toEqual(["2011-12-01", "2012-01-01"]);
});
