import { expect, test } from "vitest";
import { changesOf } from "./difference.ts";

/** « Pa » : the sentence `a` in the part `P`; « Pa=x » with other words, « Pa*k » on another key point. */
const sentences = (...written: string[]) =>
  written.map((one) => ({
    part: one[0]!,
    statementId: one[1]!,
    text: one.includes("=") ? one.slice(3) : one[1]!,
    keyPoints: one.includes("*") ? [{ id: one.slice(3) }] : [],
    passages: [],
  }));

const states = (older: string[], newer: string[]) =>
  changesOf(sentences(...older), sentences(...newer)).map(
    ({ before, after, state, leftPart }) => `${(after ?? before)!.statementId} ${state}${leftPart ? " part" : ""}`,
  );

test("each sentence of two versions is kept, changed, added or removed", () => {
  expect(states(["Pa", "Pb", "Pc"], ["Pa", "Pb=x", "Pd"])).toEqual(["a kept", "b changed", "c removed", "d added"]);
});

test("other sources are a change, in any order the same ones are none", () => {
  expect(states(["Pa*k"], ["Pa*l"])).toEqual(["a changed"]);
  expect(states(["Pa*k"], ["Pa*k"])).toEqual(["a kept"]);
});

test("one that went to another part is told as moved, though no other stood between", () => {
  expect(states(["Pa", "Pb"], ["Pa", "Ab"])).toEqual(["a kept", "b moved part"]);
  expect(states(["Pa", "Pb"], ["Pb", "Pa"])).toContain("a moved");
});
