import { m } from "@cahier/schema/messages";
import type { MeetingKind, MeetingState } from "../../graphql/operations.generated.ts";
import type { ChipTone } from "../../ui/Chip.tsx";

/** Names of the states of a meeting. */
export const stateNames: Readonly<Record<MeetingState, () => string>> = {
  DRAFT: m.meeting_state_DRAFT,
  ANNOUNCED: m.meeting_state_ANNOUNCED,
  HELD_MINUTES_AWAITED: m.meeting_state_HELD_MINUTES_AWAITED,
  MINUTES_IN_REVIEW: m.meeting_state_MINUTES_IN_REVIEW,
  MINUTES_PUBLISHED: m.meeting_state_MINUTES_PUBLISHED,
  HELD: m.meeting_state_HELD,
  CANCELLED: m.meeting_state_CANCELLED,
};

export const stateTones: Readonly<Record<MeetingState, ChipTone>> = {
  DRAFT: "toCome",
  ANNOUNCED: "open",
  HELD_MINUTES_AWAITED: "toCome",
  MINUTES_IN_REVIEW: "neutral",
  MINUTES_PUBLISHED: "done",
  HELD: "done",
  CANCELLED: "neutral",
};

/** « Réunion 4 » or « Réunion locale »; a draft of the group has no number yet. */
export function meetingLabel({ kind, number }: { kind: MeetingKind; number: number | null }) {
  if (kind === "LOCAL") return m.meeting_local_one();
  return number === null ? m.meeting_whole_one() : m.meeting_number({ number });
}

/** « Rennes · En salle et à distance » */
export const meetingPlace = ({ place, remote }: { place: string; remote: boolean }) =>
  `${place} · ${remote ? m.meeting_remote() : m.meeting_on_site()}`;

/** « Bretagne 7, Guyane 2 » */
export const presenceInWords = (presence: readonly { people: number; territory: { name: string } }[]) =>
  presence.map(({ territory, people }) => `${territory.name} ${people}`).join(", ");

/** « Bretagne (10 au moins) » : presence as anybody may read it. */
export const presenceAtLeast = (presence: readonly { people: number; territory: { name: string } }[]) =>
  presence.map(({ territory, people }) => `${territory.name} (${m.meeting_at_least({ people })})`).join(", ");
