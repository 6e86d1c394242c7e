import { expect, test } from "vitest";
import { figuresPlace, type Said } from "./place.ts";

const said = (peopleCount: number, regionCount: number): Said => ({ peopleCount, regionCount });

test("an agreement is three people from three regions in one key point", () => {
  const agreement = (...keyPoints: Said[]) => figuresPlace({ kind: "AGREEMENT", keyPoints, against: [] });
  expect(agreement(said(3, 3))).toBe(true);
  expect(agreement(said(9, 2))).toBe(false);
  expect(agreement(said(2, 2), said(2, 2))).toBe(false);
  expect(agreement()).toBe(false);
});

test("a debate has two people on each side", () => {
  const debate = (keyPoints: Said[], against: Said[]) => figuresPlace({ kind: "DEBATE", keyPoints, against });
  expect(debate([said(2, 1)], [said(2, 2)])).toBe(true);
  expect(debate([said(20, 9)], [said(1, 1)])).toBe(false);
  expect(debate([said(20, 9)], [])).toBe(false);
});

test("what few say, and what is worth keeping, stand where those who write put them", () => {
  for (const kind of ["MINORITY", "HIGHLIGHT", "QUOTE"] as const)
    expect(figuresPlace({ kind, keyPoints: [said(1, 1)], against: [] })).toBe(true);
});
