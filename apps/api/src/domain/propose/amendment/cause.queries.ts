import type { Context } from "../../../platform/context.ts";
import { Amendments } from "./amendment.entity.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { Reactions } from "../../ground/reaction/reaction.entity.ts";

/** What a version names as what changed it. */
interface Named {
  reactionId?: string;
  meetingId?: string;
  amendmentId?: string;
  contributionId?: string;
}

/** What changed a version, as far as it can be read: what was hidden since is not told. */
export async function causesOf(context: Context, causes: readonly Named[]) {
  const found = await Promise.all(
    causes.map(async ({ reactionId, meetingId, amendmentId, contributionId }) => {
      const [reaction, meeting, amendment, contribution] = await Promise.all([
        context.load(Reactions, reactionId),
        context.load(Meetings, meetingId),
        context.load(Amendments, amendmentId),
        context.load(Contributions, contributionId),
      ]);
      const supplied = contribution?.status === "VISIBLE" ? contribution : null;
      return { reaction: visible(reaction), meeting, amendment: visible(amendment), supplied };
    }),
  );
  return found.filter((cause) => Object.values(cause).some(Boolean));
}

const visible = <Row extends { status: string }>(row: Row | null) => (row?.status === "VISIBLE" ? row : null);
