import { expect, test } from "vitest";
import { type Stretch, sentencesOf, snapped, tapped } from "./sentences.ts";

const words = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test("a text is cut into its sentences, without the blanks around them", () => {
  expect(words("  On se connaît. Le prix se discute !\n\nEt après ?")).toEqual([
    "On se connaît.",
    "Le prix se discute !",
    "Et après ?",
  ]);
});

test("a text without a full stop is one sentence, and an empty one has none", () => {
  expect(words("une AMAP")).toEqual(["une AMAP"]);
  expect(words("  \n ")).toEqual([]);
});

test("a tap chooses a sentence, a second one elsewhere extends, one on what is chosen alone lets go", () => {
  const [one, two, three] = sentencesOf("Un four. Deux fours. Trois fours.") as [Stretch, Stretch, Stretch];
  expect(tapped(null, two)).toEqual(two);
  expect(tapped(two, three)).toEqual({ start: two.start, end: three.end });
  expect(tapped(three, one)).toEqual({ start: one.start, end: three.end });
  expect(tapped({ start: one.start, end: three.end }, two)).toEqual(two);
  expect(tapped(two, two)).toBeNull();
});

test("what is drawn by hand takes whole words", () => {
  const text = "Prêter l’entrepôt, le soir.";
  const drawn = (by: string) => {
    const start = text.indexOf(by);
    const { start: from, end } = snapped(text, { start, end: start + by.length });
    return text.slice(from, end);
  };
  expect(drawn("êter l’entr")).toBe("Prêter l’entrepôt");
  expect(drawn("le so")).toBe("le soir");
  expect(drawn(", ")).toBe(", ");
});
