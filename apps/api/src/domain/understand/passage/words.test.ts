import fc from "fast-check";
import { expect, test } from "vitest";
import { whereNow } from "./moves.ts";
import { wordsAt } from "./passage.words.ts";

const text = "  On sait à qui dire merci, et à qui se plaindre. 👩‍🌾 C’est l’épargne !\n";
const quote = (selected: string) => {
  const from = text.indexOf(selected);
  return wordsAt(text, from, from + selected.length)?.quote;
};

test("the blanks around what is selected are not part of the quote", () => {
  expect(quote(" qui dire merci, ")).toBe("qui dire merci,");
});

test("a word is never cut in two", () => {
  expect(quote("ait à qui dire mer")).toBe("sait à qui dire merci");
  expect(quote("épargn")).toBe("épargne");
});

test("a whole text is quoted without the blanks at its ends", () => {
  expect(wordsAt(text, 0, text.length)?.quote).toBe(text.trim());
});

test("offsets that are not in the text, or hold no word, are refused", () => {
  expect(wordsAt(text, -1, 4)).toBeNull();
  expect(wordsAt(text, 4, 4)).toBeNull();
  expect(wordsAt(text, 4, text.length + 1)).toBeNull();
  expect(wordsAt(text, 0, 2)).toBeNull();
  expect(quote("!")).toBeUndefined();
});

test("whatever is selected, the quote is what the text says there, well-formed and trimmed", () => {
  const any = fc.tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(any, ([body, from, to]) => {
      const words = wordsAt(body, from, to);
      if (!words) return;
      expect(body.slice(words.startsAt, words.endsAt)).toBe(words.quote);
      expect(words.quote.trim()).toBe(words.quote);
      expect(words.quote.isWellFormed()).toBe(true);
      expect(wordsAt(body, words.startsAt, words.endsAt)).toEqual(words);
    }),
  );
});

test("of two passages that would land on the same words of a text that changed, one stays where it was", () => {
  const twice = [
    { quote: "a", startsAt: 0, endsAt: 1 },
    { quote: "a", startsAt: 2, endsAt: 3 },
  ];
  expect(whereNow("xxa", twice)).toEqual([[twice[0], { startsAt: 2, endsAt: 3 }]]);
});
