import { expect, test } from "vitest";
import { blank, inputOf, isWritten, resting, sameField, withDetail } from "./paragraphFields.ts";

const passage = "0192f6a0-0000-4000-8000-0000000000a1";
const keyPoint = "0192f6a0-0000-7000-8000-0000000000b2";

test("what a text cites is among what its paragraph rests on", () => {
  expect(withDetail(blank("AGREEMENT"), `<passage:${passage}> <keyPoint:${keyPoint}>`)).toMatchObject({
    passageIds: [passage],
    keyPointIds: [keyPoint],
  });
});

test("a key point of the other side stays there when the text cites it", () => {
  const debate = { ...blank("DEBATE"), againstIds: [keyPoint] };
  expect(withDetail(debate, `<keyPoint:${keyPoint}>`).keyPointIds).toEqual([]);
});

test("a key point is on one side of a debate alone", () => {
  const debate = { ...blank("DEBATE"), keyPointIds: [keyPoint] };
  expect(resting(debate, keyPoint, true)).toEqual({ againstIds: [keyPoint], keyPointIds: [] });
});

test("a debate that becomes an agreement keeps the key points of both sides", () => {
  const fields = { ...blank("AGREEMENT"), text: "Oui.", keyPointIds: ["a"], againstIds: ["b"] };
  expect(inputOf(fields)).toMatchObject({ keyPointIds: ["a", "b"], againstIds: [] });
});

test("an order that differs is no difference", () => expect(sameField(["a", "b"], ["b", "a"])).toBe(true));

test("a sentence is needed, or words that are cited", () => {
  expect(isWritten(blank("AGREEMENT"))).toBe(false);
  expect(isWritten({ ...blank("QUOTE"), passageIds: [passage] })).toBe(true);
});
