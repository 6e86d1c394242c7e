import { isDay } from "@cahier/schema/calendar/days";
import type { EntityManager } from "typeorm";
import type { ProblemFound } from "../../../platform/refusal.ts";
import type { Meeting } from "./meeting.entity.ts";

interface Typed {
  day: string;
  from: string;
  until: string;
}

const isHour = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Of a day or hours that are none. */
export const noHours = { startsAt: new Date(0), endsAt: new Date(0) };

/** The instants of a day and its hours where a group is: PostgreSQL knows when clocks change there. */
export async function instantsOf(
  db: EntityManager,
  { day, from, until }: Typed,
  timeZone: string,
  problems: ProblemFound[],
): Promise<{ startsAt: Date; endsAt: Date }> {
  const wrong = (field: keyof Typed, code: ProblemFound["code"], value?: string) =>
    void problems.push({ code, field, value });
  if (!isDay(day)) wrong("day", day ? "NOT_A_DATE" : "REQUIRED");
  if (!isHour(from)) wrong("from", from ? "NOT_AN_HOUR" : "REQUIRED");
  if (!isHour(until)) wrong("until", until ? "NOT_AN_HOUR" : "REQUIRED");
  if (!isDay(day) || !isHour(from) || !isHour(until)) return noHours;
  const text = `select ($1::date + $2::time) at time zone $4 as "startsAt",
    ($1::date + $3::time) at time zone $4 as "endsAt"`;
  const [instants] = await db.query<[{ startsAt: Date; endsAt: Date }]>(text, [day, from, until, timeZone]);
  if (until <= from || instants.endsAt <= instants.startsAt) wrong("until", "DATES_CROSSED", from);
  return instants;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and hour of an instant, as a clock of that zone shows them. */
function clockAt(instant: Date, timeZone: string): [day: string, hour: string] {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
    clocks.set(timeZone, clock);
  }
  const [day = "", hour = ""] = clock.format(instant).split(" ");
  return [day, hour];
}

/** Day and hours of a meeting, where its group is. */
export function hoursOf({ startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">, timeZone: string) {
  const [day, from] = clockAt(startsAt, timeZone);
  return { day, from, until: endsAt && clockAt(endsAt, timeZone)[1] };
}
