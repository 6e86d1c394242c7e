import { m } from "@cahier/schema/messages";
import type { Channel } from "../../graphql/operations.generated.ts";
import { channelNames } from "../../i18n/voices.ts";

/** Channel of a contribution; for a meeting or group, with its number of people, never added to individuals. */
export function channelOf({ channel, peopleCount }: { channel: Channel; peopleCount: number | null }) {
  if (peopleCount === null) return channelNames[channel]();
  return channel === "LOCAL_MEETING"
    ? m.contribution_report_of({ count: peopleCount })
    : `${channelNames[channel]()}, ${m.contribution_group_of({ count: peopleCount })}`;
}
