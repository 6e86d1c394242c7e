import { expect, test } from "vitest";
import { alphaOf } from "./alpha.ts";
import { givenOf, wilson } from "./keyPointAgreement.ts";

test("the closed form of alpha for one key point equals the general one", () => {
  for (const [both, one, neither] of [
    [6, 3, 12],
    [10, 0, 5],
    [1, 9, 2],
    [0, 8, 30],
  ] as const) {
    const sets = [
      ...Array.from({ length: both }, () => [["k"], ["k"]]),
      ...Array.from({ length: one }, () => [["k"], []]),
      ...Array.from({ length: neither }, () => [[], []]),
    ];
    expect(givenOf({ both, one, all: sets.length }).alpha).toBeCloseTo(
      alphaOf(sets.map((sides) => ({ sides, times: 1 })))!,
      12,
    );
  }
});

test("agreement has bounds, and is null under eight given texts, or where chance would do as well", () => {
  const { alpha, low, high } = givenOf({ both: 12, one: 3, all: 55 });
  expect(low!).toBeLessThan(alpha!);
  expect(high!).toBeGreaterThan(alpha!);
  expect(high!).toBeLessThanOrEqual(1);
  expect(givenOf({ both: 5, one: 2, all: 97 })).toEqual({ texts: 7, alpha: null, low: null, high: null });
  expect(givenOf({ both: 9, one: 0, all: 9 }).alpha).toBeNull();
});

test("the interval of a share is Wilson's", () => {
  // 10 of 20: as the article's formula gives it.
  const [low, high] = wilson(10, 20);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2993", "0.7007"]);
});
