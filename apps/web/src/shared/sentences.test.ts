import { expect, test } from "vitest";
import { sentencesOf } from "./sentences.ts";

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
