/**
 * Nobody is named before they agreed: a carrier waits for consent; until then only the team sees the name, and pages
 * print « une personne du groupe ».
 */
import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalPolicy } from "../../propose/proposal/proposal.policy.ts";
import type { Proposal } from "../../propose/proposal/proposal.entity.ts";
import type { Handover } from "./handover.entity.ts";

type Carried = Pick<Handover, "carrierPersonId" | "carrierConsent">;

/** Rights over a handover. Pure: it looks at the rows it is given and nothing else. */
export const handoverPolicy = {
  /** The team that holds the proposal: the ask, the carrier, the dates, the reply and what follows. */
  hold: (viewer: Viewer, { groupId }: Pick<Proposal, "groupId">) => readingPolicy.hold(viewer, groupId),
  carry: proposalPolicy.carry,
  /** The carrier who agreed also notes what happened. */
  note: (viewer: Viewer, { carrierPersonId, carrierConsent }: Carried, proposal: Pick<Proposal, "groupId">) =>
    readingPolicy.hold(viewer, proposal.groupId) ||
    (viewer.id !== null && viewer.id === carrierPersonId && carrierConsent === "AGREED"),
  /** The person asked to carry, and nobody for them; they may change their mind. */
  answerCarrying: (viewer: Viewer, { carrierPersonId, carrierConsent }: Carried) =>
    viewer.id !== null && viewer.id === carrierPersonId && carrierConsent !== null,
};
