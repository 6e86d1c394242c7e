import { expect, test } from "vitest";
import { nearSentence } from "./nearSentence.ts";

test("the sentence proposed of a near text is the one with most shared words; the first if none has any", () => {
  const text = "Bonjour à tous. Les tournées communes remplissent les camions. Merci.";
  const quoted = (words: string[]) => {
    const { start, end } = nearSentence(text, words);
    return text.slice(start, end);
  };
  expect(quoted(["tournée", "camion"])).toBe("Les tournées communes remplissent les camions.");
  expect(quoted(["loyer"])).toBe("Bonjour à tous.");
  expect(nearSentence("", [])).toEqual({ start: 0, end: 0 });
});
