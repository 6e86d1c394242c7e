import type { Context } from "../../../platform/context.ts";
import { Reactions } from "../../ground/reaction/reaction.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { Contributions } from "./contribution.entity.ts";

/** Ids of what changed a version. */
export interface CauseIds {
  reactionId?: string;
  meetingId?: string;
  contributionId?: string;
}

/** One cause of a version, each part null where nobody may read it any more. */
export async function causeOf({ load }: Context, { reactionId, meetingId, contributionId }: CauseIds) {
  const [reaction, meeting, contribution] = await Promise.all([
    load(Reactions, reactionId),
    load(Meetings, meetingId),
    load(Contributions, contributionId),
  ]);
  const supplied = contribution?.status === "VISIBLE" ? contribution : null;
  return {
    reaction: reaction?.status === "VISIBLE" ? reaction : null,
    meeting: meeting?.draft ? null : meeting,
    supplied,
  };
}

/** A cause of which nothing can be read is left out. */
export const toldCauses = <Cause extends object>(causes: Cause[]) =>
  causes.filter((cause) => Object.values(cause).some(Boolean));
