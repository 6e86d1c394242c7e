import { expect, test } from "vitest";
import { missingParts } from "./gate.ts";

const whole = {
  problems: 1,
  measures: 1,
  examples: 2,
  exampleRegions: 2,
  sources: 3,
  objectionsWithReply: 1,
  blockingWithoutReply: 0,
  interlocutorsWithAsk: 1,
  carriers: 1,
  openAmendments: 0,
};

test("a proposal that has its parts lacks nothing", () => {
  expect(missingParts(whole)).toEqual([]);
});

test("each part that is missing is said", () => {
  expect(missingParts({ ...whole, problems: 0 })).toEqual(["PROBLEM"]);
  expect(missingParts({ ...whole, measures: 0 })).toEqual(["MEASURE"]);
  expect(missingParts({ ...whole, openAmendments: 1 })).toEqual(["OPEN_AMENDMENT"]);
  expect(missingParts({ ...whole, examples: 1 })).toEqual(["TWO_EXAMPLES_FROM_TWO_REGIONS"]);
  expect(missingParts({ ...whole, sources: 2 })).toEqual(["THREE_SOURCES"]);
  expect(missingParts({ ...whole, objectionsWithReply: 0 })).toEqual(["OBJECTION_WITH_REPLY"]);
  expect(missingParts({ ...whole, blockingWithoutReply: 1 })).toEqual(["BLOCKING_OBJECTION_WITHOUT_REPLY"]);
  expect(missingParts({ ...whole, interlocutorsWithAsk: 0 })).toEqual(["INTERLOCUTOR_WITH_ASK"]);
  expect(missingParts({ ...whole, carriers: 0 })).toEqual(["CARRIER"]);
});

test("two examples from the same region are not two regions", () => {
  expect(missingParts({ ...whole, exampleRegions: 1 })).toEqual(["TWO_EXAMPLES_FROM_TWO_REGIONS"]);
});
