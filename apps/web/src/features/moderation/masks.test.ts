import { expect, test } from "vitest";
import { piecesOf, placesOf, withMasks } from "./masks.ts";

const parts = [
  { name: "body", text: "Appelez Jeanne au 06. Jeanne répond." },
  { name: "authorName", text: "Jeanne" },
];

test("words to mask are found wherever they stand, whatever their case", () => {
  expect(placesOf(" jeanne ", parts)).toEqual([
    { part: "body", start: 8, end: 14 },
    { part: "body", start: 22, end: 28 },
    { part: "authorName", start: 0, end: 6 },
  ]);
  expect(placesOf("  ", parts)).toEqual([]);
});

test("masks that overlap are one, and a text is cut at its masks without losing a character", () => {
  const masks = withMasks([{ part: "body", start: 8, end: 14 }], [{ part: "body", start: 10, end: 20 }]);
  expect(masks).toEqual([{ part: "body", start: 8, end: 20 }]);
  const pieces = piecesOf(parts[0]!.text, "body", masks);
  expect(pieces.map(({ text, masked }) => (masked ? `[${text}]` : text)).join("")).toBe(
    "Appelez [Jeanne au 06]. Jeanne répond.",
  );
});
