import { expect, test } from "vitest";
import { readDay } from "./dates.ts";

test.each([
  ["2019-02-16", "2019-02-16"],
  ["2019-02-16 10:45:00", "2019-02-16"],
  ["2019-02-16T10:45:00Z", "2019-02-16"],
  ["15/02/2019", "2019-02-15"],
  ["5.2.19", "2019-02-05"],
  ["08-mars-19", "2019-03-08"],
  ["23-févr.-19", "2019-02-23"],
  ["1er août 2018", "2018-08-01"],
  ["15 Décembre 2018", "2018-12-15"],
  ["3 juin 2012", "2012-06-03"],
  ["43511", "2019-02-15"],
])("« %s » is %s", (text, day) => expect(readDay(text)).toBe(day));

test.each(["", "Non renseignée", "28-févr.", "30/02/2019", "2019-13-01", "32/01/2019", "15 brumaire 2019", "201"])(
  "« %s » is no day",
  (text) => expect(readDay(text)).toBeNull(),
);
