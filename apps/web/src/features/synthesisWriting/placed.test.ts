import { expect, test } from "vitest";
import { placedOf } from "./placed.ts";
import type { KeyPointSource, Version } from "./writing.tsx";

const source = (id: string, ...passages: string[]) =>
  ({ id, passages: passages.map((passage) => ({ id: passage })) }) as unknown as KeyPointSource;
const paragraph = (keyPoints: string[], against: string[] = [], passages: string[] = []) => ({
  keyPoints: keyPoints.map((id) => ({ id })),
  against: against.map((id) => ({ id })),
  passages: passages.map((id) => ({ id })),
});
const version = (paragraphs: object[], setAside: object[] = []) => ({ paragraphs, setAside }) as unknown as Version;

const sources = [source("a", "1", "2"), source("b", "2", "3"), source("c", "4")];

test("a passage under a key point that is cited is cited", () => {
  const { of } = placedOf(version([paragraph(["a"])]), sources);
  expect(["1", "2", "3", "4"].map(of)).toEqual(["cited", "cited", "toPlace", "toPlace"]);
});

test("so is one that is cited on the other side, or as it is", () => {
  const { of } = placedOf(version([paragraph([], ["b"], ["4"])]), sources);
  expect(["1", "2", "3", "4"].map(of)).toEqual(["toPlace", "cited", "cited", "cited"]);
});

test("a passage is set aside with all of its key points, not with one of two", () => {
  const { of } = placedOf(version([], [{ keyPoint: { id: "a" } }, { passage: { id: "4" } }]), sources);
  expect(["1", "2", "3", "4"].map(of)).toEqual(["setAside", "toPlace", "toPlace", "setAside"]);
});

test("before there is a version, all are to be placed", () => {
  expect(placedOf(null, sources).of("1")).toBe("toPlace");
});
