import { expect, test } from "vitest";
import { placedOf } from "./placed.ts";
import type { Version, Words } from "./writing.tsx";

const words = (id: string, ...keyPointIds: string[]) => ({ passage: { id }, keyPointIds }) as unknown as Words;
const paragraph = (keyPoints: string[], against: string[] = [], passages: string[] = []) => ({
  keyPoints: keyPoints.map((id) => ({ id })),
  against: against.map((id) => ({ id })),
  passages: passages.map((id) => ({ id })),
});
const version = (paragraphs: object[], setAside: object[] = []) => ({ paragraphs, setAside }) as unknown as Version;

const all = [words("1", "a"), words("2", "a", "b"), words("3", "b"), words("4", "c")];

test("a passage under a key point that is cited is cited", () => {
  const { of } = placedOf(version([paragraph(["a"])]));
  expect(all.map(of)).toEqual(["cited", "cited", "toPlace", "toPlace"]);
});

test("so is one that is cited on the other side, or as it is", () => {
  const { of } = placedOf(version([paragraph([], ["b"], ["4"])]));
  expect(all.map(of)).toEqual(["toPlace", "cited", "cited", "cited"]);
});

test("a passage is set aside with all of its key points, not with one of two", () => {
  const { of } = placedOf(version([], [{ keyPoint: { id: "a" } }, { passage: { id: "4" } }]));
  expect(all.map(of)).toEqual(["setAside", "toPlace", "toPlace", "setAside"]);
});

test("before there is a version, all are to be placed", () => {
  expect(placedOf(null).of(all[0]!)).toBe("toPlace");
});
