import { addDays, type Day, weekdayOf } from "./days.ts";

/** The eleven public holidays of France, by article L3133-1 of its Code du travail. */
const publicHolidayNames = [
  "NEW_YEAR",
  "EASTER_MONDAY",
  "LABOUR_DAY",
  "VICTORY_DAY",
  "ASCENSION",
  "WHIT_MONDAY",
  "NATIONAL_DAY",
  "ASSUMPTION",
  "ALL_SAINTS",
  "ARMISTICE",
  "CHRISTMAS",
] as const;
export type PublicHolidayName = (typeof publicHolidayNames)[number];

/** Easter Sunday of a year (the anonymous Gregorian computus: Nature, 20 April 1876; Meeus, Astronomical Algorithms). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The public holiday that a day is; null for any other day. */
export function publicHolidayOn(day: Day): PublicHolidayName | null {
  const easter = easterOf(Number(day.slice(0, 4)));
  const moving: Record<Day, PublicHolidayName> = {
    [addDays(easter, 1)]: "EASTER_MONDAY",
    [addDays(easter, 39)]: "ASCENSION",
    [addDays(easter, 50)]: "WHIT_MONDAY",
  };
  return fixed[day.slice(5)] ?? moving[day] ?? null;
}

const fixed: Record<string, PublicHolidayName> = {
  "01-01": "NEW_YEAR",
  "05-01": "LABOUR_DAY",
  "05-08": "VICTORY_DAY",
  "07-14": "NATIONAL_DAY",
  "08-15": "ASSUMPTION",
  "11-01": "ALL_SAINTS",
  "11-11": "ARMISTICE",
  "12-25": "CHRISTMAS",
};

/** Days on which few people come, as the list of the instance says. */
export interface BusyPeriod {
  name: string;
  kind: "SCHOOL" | "ELECTION" | "OTHER";
  /** The zone of schools that is on holiday; null for all. */
  zone: string | null;
  startsOn: Day;
  endsOn: Day;
}

/** The periods that a day falls in. */
export const periodsOn = (day: Day, periods: readonly BusyPeriod[]): BusyPeriod[] =>
  periods.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/** Number of reasons not to meet on a day: one for each zone on holiday, more for an election or for everybody. */
export const costOf = (day: Day, periods: readonly BusyPeriod[]): number =>
  periodsOn(day, periods).reduce((sum, { zone }) => sum + (zone ? 1 : 3), 0);

/** True if people work on that day. */
const isWorkingDay = (day: Day): boolean => weekdayOf(day) < 6 && !publicHolidayOn(day);

/** The last working day up to a day. */
export function workingDayUpTo(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

/** The first working day from a day on. */
export function workingDayFrom(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}
