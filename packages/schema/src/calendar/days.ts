const length = 86_400_000;

/** Days are texts, YYYY-MM-DD: they have no time zone, and their order is that of texts. */
export type Day = string;

/** True if a text is a day of the calendar: « 2026-02-30 » is none, nor « 0026-02-03 », of a year half typed. */
export function isDay(text: string): boolean {
  const midnight = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** The day some days after, or before where the number is negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * length).toISOString().slice(0, 10);

/** Number of days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / length);

/** Day of the week, from 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay() || 7;
