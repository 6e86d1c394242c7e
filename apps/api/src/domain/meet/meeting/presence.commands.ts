import type { RecordPresenceInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { type Meeting, Meetings, type MeetingPresence, Presences } from "./meeting.entity.ts";
import { meetingPolicy } from "./meeting.policy.ts";
import { channelsOf, presentIn } from "./presence.ts";

/** Most territories of one meeting. */
const most = 120;

/** True from the day of an announced meeting on, unless it was cancelled. */
export const mayHavePresence = ({ startsAt, draft, cancelledReason }: Meeting, now: Date) =>
  !draft && cancelledReason === null && dayOf(startsAt) <= dayOf(now);

/**
 * Writes down who was at a meeting, territory by territory, in the place of what was written before: nobody, where that
 * was a mistake.
 */
export async function recordPresence(tx: Transaction, input: RecordPresenceInput) {
  const { db, viewer, record, now } = tx;
  authorize(meetingPolicy.announceAny(viewer));
  const where = { id: input.meetingId };
  const meeting = isId(input.meetingId)
    ? await db.findOne(Meetings, { where, lock: { mode: "for_no_key_update" } })
    : null;
  if (!meeting) throw notFound();
  authorize(meetingPolicy.keep(viewer, meeting));
  if (!mayHavePresence(meeting, now)) throw new Refusal("NOT_NOW", "presence");
  const presence = await presenceOf(tx, input);
  if (presence.length === 0 && meeting.presenceVersion === 0) throw new Refusal("REQUIRED", "presence");
  const presenceChannels = channelsIn(input, presentIn(presence));
  const told = JSON.stringify([...channelsOf(presenceChannels)]);
  const known = JSON.stringify([...channelsOf(meeting.presenceChannels)]) === told;
  if (known && (await isThere(tx, presence, meeting.id))) return { meeting };
  if (meeting.presenceVersion !== input.version)
    throw new Refusal("STALE", "version", String(meeting.presenceVersion)).with({ current: meeting });
  const presenceVersion = meeting.presenceVersion + 1;
  await db.delete(Presences, { meetingId: meeting.id });
  if (presence.length > 0) await db.insert(Presences, presence);
  await db.update(Meetings, meeting.id, { presenceVersion, presenceChannels });
  await record("meeting.presenceRecorded", meeting, { people: presentIn(presence), territories: presence.length });
  return { meeting: { ...meeting, presenceVersion, presenceChannels } };
}

/** Ways of coming as they were sent: of as many people as the territories, or of none. */
function channelsIn({ channels }: RecordPresenceInput, present: number): Meeting["presenceChannels"] {
  const noted: Meeting["presenceChannels"] = {};
  for (const [place, { channel, people }] of (channels ?? []).entries()) {
    if (people < 0 || people > 10_000) throw new Refusal("OUT_OF_RANGE", `channels.${place}.people`, "0–10000");
    if (people > 0) noted[channel] = (noted[channel] ?? 0) + people;
  }
  const all = presentIn([...channelsOf(noted).values()].map((people) => ({ people })));
  if (all > 0 && all !== present) throw new Refusal("PRESENCE_DIFFERS", "channels", `${all} – ${present}`);
  return noted;
}

/** Presence as it was sent, each territory once. */
async function presenceOf({ db }: Transaction, { meetingId, presence: given }: RecordPresenceInput) {
  if (given.length > most) throw new Refusal("TOO_MANY_CHOICES", "presence", String(most));
  const found: MeetingPresence[] = [];
  for (const [place, { territory: slug, people }] of given.entries()) {
    const territory = await db.findOneBy(Territories, { slug: slug.replaceAll("\0", "") });
    if (!territory) throw new Refusal("UNKNOWN_TERRITORY", `presence.${place}.territory`);
    if (found.some(({ territoryId }) => territoryId === territory.id))
      throw new Refusal("RANKED_TWICE", `presence.${place}.territory`);
    if (people < 1 || people > 10_000) throw new Refusal("OUT_OF_RANGE", `presence.${place}.people`, "1–10000");
    found.push({ meetingId: meetingId.toLowerCase(), territoryId: territory.id, people });
  }
  return found;
}

/** True if that is what is written already: a retry finds it done. */
async function isThere({ db }: Transaction, presence: MeetingPresence[], meetingId: string) {
  const before = await db.findBy(Presences, { meetingId });
  return (
    before.length === presence.length &&
    presence.every((one) =>
      before.some(({ territoryId, people }) => territoryId === one.territoryId && people === one.people),
    )
  );
}
