/**
 * Only the office and the team see a reply written by a letter's code, until the team checks it through the office's
 * public contact point. The way of checking is published; the writer's name is erased.
 */
import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { Proposal } from "../../propose/proposal/proposal.entity.ts";
import type { Handover } from "../handover/handover.entity.ts";
import type { OfficeLink, OfficeReply } from "./office.entity.ts";

/** Rights over the link of a letter and the reply written by it. Pure: it looks only at the rows it is given. */
export const officePolicy = {
  /** The team that holds the proposal: prints the link, closes it, confirms the reply. */
  hold: (viewer: Viewer, { groupId }: Pick<Proposal, "groupId">) => readingPolicy.hold(viewer, groupId),
  /** Until it is handed over again, nothing is asked of the office whose handing over was taken back. */
  isTakenBack: ({ handingTakenBackOn }: Pick<Handover, "handingTakenBackOn">) => handingTakenBackOn !== null,
  /** The holder of the link, while it is in force and its reply is not confirmed. */
  answer: ({ endedOn }: Pick<OfficeLink, "endedOn">, reply: Pick<OfficeReply, "status"> | null) =>
    endedOn === null && reply?.status !== "VISIBLE",
};
