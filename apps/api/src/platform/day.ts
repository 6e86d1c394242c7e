/** Time zone of days: that of the groups. */
export const zone = "Europe/Paris";

/** SQL: today, where the groups are. The current_date of PostgreSQL is that of the server, a day behind after midnight. */
export const today = `(now() at time zone '${zone}')::date`;

/** Locale of the dates of a language: « 20 juin 2012 », “20 June 2012, 14:30”, as on pages. */
export const regional = (language: string) => (language === "en" ? "en-GB" : "fr");

/** A day in words with its weekday, as pages write it: « mercredi 20 juin 2012 », “Wednesday 20 June 2012”. */
export const dayInWords = (language: string, instant: Date, more: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: "full", ...more }).format(instant).replace(",", "");

const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });

/** The day that an instant falls on, YYYY-MM-DD; or one some days after, or before. */
export function dayOf(instant: Date, later = 0): string {
  const day = calendar.format(instant);
  if (later === 0) return day;
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + later);
  return moved.toISOString().slice(0, 10);
}

/** The first year that anything told here can be of: one before it is typed by mistake. */
export const firstYear = 2000;

/** Number of days from one day to another. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The Monday of the week of a day. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** The last minute of a day, where the groups are: what is open « until » that day is open on it. */
export const endOf = (day: string) => new Date(startOf(dayOf(new Date(`${day}T12:00:00Z`), 1)).getTime() - 60_000);

/** The instant at which a day begins, where the groups are. */
export function startOf(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  // Midnight in Paris comes one or two hours before midnight in Greenwich.
  const before = [2, 1].map((hours) => new Date(midnight.getTime() - hours * 3_600_000));
  return before.find((instant) => dayOf(instant) === day) ?? midnight;
}
