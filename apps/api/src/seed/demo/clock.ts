/**
 * The demonstration is moved by whole weeks so that today falls within the seven days that begin on 20 June 2012:
 * all that is dated up to then is past on any weekday, and its figures never change. `WorkingGroup.shiftWeeks`
 * says by how much; pages show the real date beside.
 */
import { isDay } from "@cahier/schema/calendar/days";
import { Misconfigured } from "../../platform/config.ts";
import { dayOf, daysBetween, zone } from "../../platform/day.ts";

/** Moment of the demonstration: objective 4 is open, three syntheses are published, a first reply has come. */
export const demoDay = "2012-06-20";

/**
 * The dates of 2012, moved by whole weeks so that today falls within the seven days that begin on `date`: what is dated
 * up to that day is past, whatever the day of the week.
 */
export function demoClock(date: string, today: Date) {
  if (!isDay(date)) throw new Misconfigured(`DEMO_DATE=${date} is not a day like ${demoDay}.`);
  const shiftWeeks = Math.floor(daysBetween(date, dayOf(today)) / 7);
  const day = (source: string) => dayOf(new Date(`${source.slice(0, 10)}T12:00Z`), 7 * shiftWeeks);
  /** The same time on the clock in Paris, summer or winter. */
  const instant = (source: string) => {
    const wall = `${day(source)} ${source.length > 10 ? source.slice(11, 19) : "18:00:00"}`;
    const [summer, winter] = ["+02:00", "+01:00"].map((offset) => new Date(wall.replace(" ", "T") + offset));
    return wallClock.format(summer) === wall ? summer! : winter!;
  };
  return {
    shiftWeeks,
    /** True if it exists on the day of the demonstration. */
    past: (source: string | null | undefined): source is string => Boolean(source && source.slice(0, 10) <= date),
    /** True if it existed some days before that day. */
    before: (source: string, days: number) => daysBetween(source.slice(0, 10), date) > days,
    /** A day of 2012 as a day of now. */
    day,
    /** An instant of 2012 that was planned. */
    instant,
    /** An instant of 2012 at which something was done: never later than now. */
    done: (source: string) => new Date(Math.min(instant(source).getTime(), today.getTime())),
  };
}

export type Clock = ReturnType<typeof demoClock>;

const wallClock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
