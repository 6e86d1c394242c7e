import { expect, test } from "vitest";
import { agreementByKeyPoint, disagreementsOn, type ReadingAgreement } from "./agreement.queries.ts";
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

test("texts that two people gave otherwise are looked through once, for all the key points that one of them gave them to", async () => {
  let looks = 0;
  const text = (contributionId: string, one: string[], other: string[]) => ({
    contributionId,
    get one() {
      looks += 1;
      return one;
    },
    other,
  });
  const rows = [text("1", ["a", "b", "c"], ["c"]), text("2", ["d"], ["e"]), text("3", ["a"], ["b"])];
  const context = { batch: () => async () => rows } as unknown as Parameters<typeof disagreementsOn>[0];
  const lines = rows.map(({ one, other }) => ({ sides: [one, other], times: 1 }));
  const agreement = {
    asked: true,
    objective: { id: "o" },
    desk: { groups: null },
    lines,
  } as unknown as ReadingAgreement;
  const points = agreementByKeyPoint(agreement);
  looks = 0;
  const found = await Promise.all(
    points.map(async (it) => [it.keyPointId, await disagreementsOn(context, it)] as const),
  );
  const told = found.map(([id, those]) => [id, those.map(({ contributionId }) => contributionId).join(" ")]);
  expect(Object.fromEntries(told)).toEqual({ a: "1 3", b: "1 3", c: "", d: "2", e: "2" });
  expect({ points: points.length, looks }).toEqual({ points: 5, looks: rows.length });
});
