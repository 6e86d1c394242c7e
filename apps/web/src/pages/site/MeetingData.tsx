import type { MeetingPage } from "../../graphql/operations.generated.ts";
import { stateNames } from "../../features/meeting/meeting.labels.ts";
import { formatDate } from "../../i18n/dates.ts";
import { LinkedData } from "../../ui/LinkedData.tsx";

type Meeting = NonNullable<MeetingPage["meeting"]>;

/** A meeting where its address is shared: whether it is held, when, where, and what for. */
export const sharedWords = ({ purpose, startsAt, state, place }: Meeting) =>
  [
    state === "CANCELLED" && stateNames[state](),
    [formatDate(startsAt, "long"), place].filter(Boolean).join(", "),
    purpose,
  ]
    .filter(Boolean)
    .join(". ");

interface Props {
  meeting: Pick<Meeting, "title" | "purpose" | "startsAt" | "endsAt" | "state" | "place" | "remote">;
}

/** A meeting as machines read it: when, where, and whether it takes place; nobody who comes. */
export const MeetingData = ({ meeting: { title, purpose, startsAt, endsAt, state, place, remote } }: Props) => (
  <LinkedData
    of={{
      "@type": "Event",
      name: title,
      description: purpose,
      startDate: startsAt,
      endDate: endsAt,
      eventStatus: `https://schema.org/${state === "CANCELLED" ? "EventCancelled" : "EventScheduled"}`,
      eventAttendanceMode: `https://schema.org/${remote ? "Mixed" : "Offline"}EventAttendanceMode`,
      isAccessibleForFree: true,
      location: place ? { "@type": "Place", name: place } : null,
    }}
  />
);
