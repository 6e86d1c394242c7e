import { expect, test } from "vitest";
import { ranked } from "./ranked.ts";

const sheet = (sentence: string) => ({ sentence, elsewhere: null });
const nine = Array.from({ length: 9 }, (_, at) => sheet(`Un marché, le ${at + 1}`));

test("what is sought first has no digit, then has one, then is of another objective; a word that begins so comes before", () => {
  const inside = sheet("Le supermarché du bourg");
  const tenth = sheet("Le marché couvert");
  const other = { sentence: "Les marchés publics", elsewhere: 3 };
  const all = [...nine, inside, tenth, other];
  expect(ranked(all, "march")).toEqual([tenth, ...nine, other, inside]);
  expect(ranked(all, "MARCHE couv")).toEqual([tenth]);
  // Before a letter is typed, the first without a digit is one key away.
  expect(ranked(all, "")[0]).toBe(inside);
});
