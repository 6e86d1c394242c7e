import { expect, test } from "vitest";
import { cutAt } from "./cutAt.ts";

test.each([
  ["at the cursor, between two words", "Un guichet et des guides", 10, ["Un guichet", "et des guides"]],
  [
    "after its first sentence, where the cursor is at an end",
    "Un guichet. Et des guides.",
    26,
    ["Un guichet.", "Et des guides."],
  ],
  ["at the blank nearest to the middle", "Un guichet et des guides", 0, ["Un guichet et", "des guides"]],
  ["never inside a word", "Un guichet et des guides", 5, ["Un guichet et", "des guides"]],
  ["not at all, where it is one word", "Guichet ", 3, null],
])("a sentence is cut %s", (_, text, cursor, halves) => {
  expect(cutAt(text, cursor)).toEqual(halves);
});
