import { expect, test } from "vitest";
import { finder } from "./words.ts";

const find = finder([
  { words: "circuit court", of: "circuit" },
  { words: "circuit court économique et solidaire", of: "CCES" },
  { words: "sans intermédiaire", of: "intermédiaire" },
  { words: "cahier d’espérances", of: "cahier" },
  { words: "local", of: "local" },
]);
const foundIn = (text: string) => find(text).map(({ of, startsAt, endsAt }) => [of, text.slice(startsAt, endsAt)]);

test("a word is found whole, whatever its capitals, in the plural too", () => {
  expect(foundIn("Les Circuits courts, localement : un produit local.")).toEqual([
    ["circuit", "Circuits courts"],
    ["local", "local"],
  ]);
});

test("the longer of two is found, with either apostrophe and any space", () => {
  expect(
    foundIn("Un circuit court économique et solidaire ; les cahiers d'espérances ; sans\u00a0intermédiaires"),
  ).toEqual([
    ["CCES", "circuit court économique et solidaire"],
    ["cahier", "cahiers d'espérances"],
    ["intermédiaire", "sans\u00a0intermédiaires"],
  ]);
});

test("a blank word finds nothing, and special characters of patterns are plain signs", () => {
  expect(finder([{ words: " ", of: 1 }])("tout")).toEqual([]);
  expect(finder([{ words: "c++ (x)", of: 1 }])("du C++ (x) !")).toHaveLength(1);
});
