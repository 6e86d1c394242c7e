import type { AttendanceChannel } from "../../../graphql/resolvers.generated.ts";
import type { Meeting, Presence } from "./meeting.entity.ts";
import { steps } from "./steps.ts";

/** Number of ways of coming. */
export const channels = 4;

/** People who were there, all together. */
export const presentIn = (presence: readonly { people: number }[]) =>
  presence.reduce((sum, { people }) => sum + people, 0);

/** Presence by territory as anybody may read it; a territory may be any of those of the instance, which are many. */
export const presenceInSteps = (presence: readonly Presence[]): Presence[] =>
  steps(new Map(presence.map(({ territoryId, people }) => [territoryId, people])), Infinity).map(
    ([territoryId, people]) => ({ territoryId, people }),
  );

/** Ways of coming that were noted, most people first. */
export const channelsOf = (noted: Meeting["presenceChannels"]): Map<AttendanceChannel, number> =>
  new Map((Object.entries(noted) as [AttendanceChannel, number][]).toSorted(([, a], [, b]) => b - a));
