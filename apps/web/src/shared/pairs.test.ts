import { expect, test } from "vitest";
import { pairsOf } from "./pairs.ts";

const paragraphs = (origins: string) => origins.split("").map((originId) => ({ originId }));

/** « a » there in both, « +a » put in, « -a » taken out, « a3>1 » moved. */
const shown = (older: string, newer: string) =>
  pairsOf(paragraphs(older), paragraphs(newer)).map(({ before, after, moved }) => {
    if (!before) return `+${after!.originId}`;
    if (!after) return `-${before.originId}`;
    return moved ? `${after.originId}${moved.before}>${moved.after}` : after.originId;
  });

test("the same paragraphs are beside themselves", () => {
  expect(shown("abc", "abc")).toEqual(["a", "b", "c"]);
  expect(shown("", "")).toEqual([]);
});

test("what was put in stands at its place, what was taken out where it was", () => {
  expect(shown("abc", "axbc")).toEqual(["a", "+x", "b", "c"]);
  expect(shown("abcd", "ad")).toEqual(["a", "-b", "-c", "d"]);
  expect(shown("abc", "c")).toEqual(["-a", "-b", "c"]);
  expect(shown("ab", "xy")).toEqual(["-a", "-b", "+x", "+y"]);
});

test("as few as can be have moved", () => {
  expect(shown("abcd", "dabc")).toEqual(["d4>1", "a", "b", "c"]);
  expect(shown("abc", "acb")).toEqual(["a", "c", "b2>3"]);
  expect(shown("abcd", "bcxda")).toEqual(["b", "c", "+x", "d", "a1>5"]);
});
