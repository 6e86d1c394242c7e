import { addDays } from "@cahier/schema/calendar/days";
import { m } from "@cahier/schema/messages";
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import type { Milestone } from "./schedule.entity.ts";

export interface Feed {
  name: string;
  /** Address of the site. */
  origin: string;
  /** Path of the page it is the calendar of. */
  path: string;
  language: Language;
  now: Date;
  meetings: readonly Meeting[];
  milestones?: readonly Milestone[];
  /** Number of saves of the schedule of the milestones. */
  version?: number;
}

/** Hours between two visits of a calendar that follows a feed. */
const hours = 12;

/**
 * A calendar file (RFC 5545). Meetings are instants, in UTC: the clock of whoever reads them does the rest, on both
 * sides of its changes. Steps are whole days. An event keeps its UID, and a greater SEQUENCE says that it changed.
 */
export function calendarFile({ name, origin, path, language, now, meetings, milestones = [], version = 0 }: Feed) {
  const { hostname } = new URL(origin);
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: hostname, product: "Cahier commun", language: language.toUpperCase() },
    ttl: hours * 3600,
    url: origin + path,
  });
  for (const meeting of meetings) calendar.createEvent(meetingEvent(meeting, { origin, hostname, language, now }));
  for (const step of milestones)
    calendar.createEvent({
      id: `milestone-${step.id}@${hostname}`,
      sequence: version,
      stamp: now,
      summary: step.label,
      description: step.cancelledReason ?? step.movedReason,
      ...wholeDays(step.startsOn, step.endsOn),
      transparency: ICalEventTransparency.TRANSPARENT,
      status: step.cancelledReason === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      url: origin + path,
    });
  return calendar.toString();
}

/** Days without hours; the last one is written as the day after it. */
const wholeDays = (from: string, to: string) => ({
  start: midnight(from),
  end: midnight(addDays(to, 1)),
  allDay: true,
});

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

function meetingEvent(
  it: Meeting,
  { origin, hostname, language, now }: Pick<Feed, "origin" | "language" | "now"> & { hostname: string },
): ICalEventData {
  const locale = { locale: language };
  const url = `${origin}/meetings/${it.slug}`;
  const said = [
    it.cancelledReason && m.schedule_ics_cancelled({ reason: it.cancelledReason }, locale),
    it.movedReason && m.schedule_ics_moved({ reason: it.movedReason }, locale),
    it.purpose,
    it.onlineLink,
    it.access,
    url,
  ];
  const day = dayOf(it.startsAt);
  return {
    id: `meeting-${it.id}@${hostname}`,
    sequence: it.version - 1,
    stamp: now,
    summary: it.title,
    location: it.place || null,
    description: said.filter(Boolean).join("\n\n"),
    url,
    status: it.cancelledReason === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(it.endsAt ? { start: it.startsAt, end: it.endsAt } : wholeDays(day, day)),
  };
}
