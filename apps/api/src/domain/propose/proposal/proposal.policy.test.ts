import { expect, test } from "vitest";
import type { Role } from "../../../graphql/resolvers.generated.ts";
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
});

test("a draft is made public by a second person, who may run the meetings; in a small team by whoever writes it", () => {
  const somebody = (id: string, role: Role, groupId = "ours") =>
    viewerOf({ id, displayName: "", language: "fr" }, [{ role, groupId, territoryId: null }]);
  const draft = { groupId: "ours", state: "DRAFT", publicationAskedById: "asker" } as const;
  const asker = somebody("asker", "RAPPORTEUR");
  expect(proposalPolicy.publish(asker, draft, false)).toBe(false);
  expect(proposalPolicy.publish(asker, draft, true)).toBe(true);
  expect(proposalPolicy.publish(somebody("other", "RAPPORTEUR"), draft, false)).toBe(true);
  expect(proposalPolicy.publish(somebody("other", "FACILITATOR"), draft, false)).toBe(true);
  expect(proposalPolicy.publish(somebody("other", "FACILITATOR", "theirs"), draft, false)).toBe(false);
  expect(proposalPolicy.publish(somebody("other", "MODERATOR"), draft, false)).toBe(false);
  expect(proposalPolicy.publish(somebody("other", "RAPPORTEUR"), { ...draft, publicationAskedById: null }, false)).toBe(
    false,
  );
  expect(proposalPolicy.publish(asker, { ...draft, state: "OPEN" }, true)).toBe(false);
});
