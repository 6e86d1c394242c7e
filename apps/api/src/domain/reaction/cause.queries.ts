import type { Context } from "../../platform/context.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { Reactions } from "./reaction.entity.ts";

/** What a version names as what changed it. */
interface Named {
  reactionId?: string;
  meetingId?: string;
}

/** What changed a version, as far as it can be read: a reaction that was hidden since is not told. */
export async function causesOf(context: Context, causes: readonly Named[]) {
  const found = await Promise.all(
    causes.map(async ({ reactionId, meetingId }) => {
      const [reaction, meeting] = await Promise.all([
        context.load(Reactions, reactionId),
        context.load(Meetings, meetingId),
      ]);
      return { reaction: reaction?.status === "VISIBLE" ? reaction : null, meeting };
    }),
  );
  return found.filter(({ reaction, meeting }) => reaction || meeting);
}
