import { expect, test } from "vitest";
import { nearSentence } from "./nearSentence.ts";

test("of a near text the sentence is proposed that holds most of the words they share; the first where none does", () => {
  const text = "Bonjour à tous. Les tournées communes remplissent les camions. Merci.";
  const quoted = (words: string[]) => {
    const { start, end } = nearSentence(text, words);
    return text.slice(start, end);
  };
  expect(quoted(["tournée", "camion"])).toBe("Les tournées communes remplissent les camions.");
  expect(quoted(["loyer"])).toBe("Bonjour à tous.");
  expect(nearSentence("", [])).toEqual({ start: 0, end: 0 });
});
