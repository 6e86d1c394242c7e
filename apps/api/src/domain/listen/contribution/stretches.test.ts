import { expect, test } from "vitest";
import { placeAfter, stretchesOf } from "./stretches.ts";

const before = "Appelez Jean Dupont au 06 12 34, ou venez au quai.";
const after = "Appelez […] au […], ou venez au quai.";

test("words that were masked are found by what stands around them, and found again when they are given back", () => {
  expect(stretchesOf(before, after)).toEqual([
    { at: 8, was: 11, now: 3 },
    { at: 23, was: 8, now: 3 },
  ]);
  const back = stretchesOf(after, before);
  expect(back).toEqual([
    { at: 8, was: 3, now: 11 },
    { at: 15, was: 3, now: 8 },
  ]);
  expect(stretchesOf("Tout autre chose.", after)).toEqual([]);
});

test.each([
  "Appelez Jean Dupont au 06 12 34, ou venez au quai.",
  "venez au quai",
  "au",
  "Jean",
  "12 34, ou",
  "Dupont au 06",
])("a stretch that is masked leaves no word of it in a passage: « %s »", (quote) => {
  const startsAt = before.indexOf(quote);
  const place = placeAfter({ startsAt, endsAt: startsAt + quote.length }, stretchesOf(before, after));
  const now = after.slice(place.startsAt, place.endsAt);
  expect(now).not.toMatch(/Jean|Dupont|06|12|34/);
  expect(now.length).toBeGreaterThan(0);
  const again = placeAfter(place, stretchesOf(after, before));
  expect(before.slice(again.startsAt, again.endsAt)).toContain(quote);
});
