import { expect, test } from "vitest";
import { viewerOf, visitor } from "../../../platform/viewer.ts";
import type { Proposal } from "./proposal.entity.ts";
import { missingParts, proposalPolicy } from "./proposal.policy.ts";

const whole = {
  examples: 2,
  exampleRegions: 2,
  sources: 3,
  objectionsWithReply: 1,
  blockingWithoutReply: 0,
  interlocutorsWithAsk: 1,
  carriers: 1,
};

test("a proposal that has its parts lacks nothing", () => {
  expect(missingParts(whole)).toEqual([]);
});

test("each part that is missing is said", () => {
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

test("a proposal is written by the rapporteur of its group, while it is a draft or open", () => {
  const proposal = (state: string) => ({ groupId: "ours", state }) as Proposal;
  const rapporteur = (groupId: string | null) =>
    viewerOf({ id: "somebody", displayName: "", language: "fr" }, [{ role: "RAPPORTEUR", groupId, territoryId: null }]);
  expect(proposalPolicy.edit(rapporteur("ours"), proposal("DRAFT"))).toBe(true);
  expect(proposalPolicy.edit(rapporteur(null), proposal("OPEN"))).toBe(true);
  expect(proposalPolicy.edit(rapporteur("theirs"), proposal("DRAFT"))).toBe(false);
  expect(proposalPolicy.edit(rapporteur("ours"), proposal("ADOPTED"))).toBe(false);
  expect(proposalPolicy.edit(visitor, proposal("OPEN"))).toBe(false);
  expect(proposalPolicy.publish(rapporteur("ours"), proposal("OPEN"))).toBe(false);
});
