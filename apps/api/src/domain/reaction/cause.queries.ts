import type { Context } from "../../platform/context.ts";
import { Amendments } from "../amendment/amendment.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { Reactions } from "./reaction.entity.ts";

/** What a version names as what changed it. */
interface Named {
  reactionId?: string;
  meetingId?: string;
  amendmentId?: string;
}

/** What changed a version, as far as it can be read: what was hidden since is not told. */
export async function causesOf(context: Context, causes: readonly Named[]) {
  const found = await Promise.all(
    causes.map(async ({ reactionId, meetingId, amendmentId }) => {
      const [reaction, meeting, amendment] = await Promise.all([
        context.load(Reactions, reactionId),
        context.load(Meetings, meetingId),
        context.load(Amendments, amendmentId),
      ]);
      return { reaction: visible(reaction), meeting, amendment: visible(amendment) };
    }),
  );
  return found.filter(({ reaction, meeting, amendment }) => reaction || meeting || amendment);
}

const visible = <Row extends { status: string }>(row: Row | null) => (row?.status === "VISIBLE" ? row : null);
