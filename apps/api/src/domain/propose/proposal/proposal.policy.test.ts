import { expect, test } from "vitest";
import { viewerOf, visitor } from "../../../platform/viewer.ts";
import type { Proposal } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";

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
