import { getLocale } from "@cahier/schema/runtime";

/**
 * Form of a date: « 20 juin 2012 » (date), « 20 juin », with its year where it is not near (short), « mercredi 20 juin 2012 » (long), « mercredi 20 juin,
 * 14 h 30 » (time), « juin 2012 » (month), « 14 h 30 » (clock).
 */
export type DateFormat = "date" | "short" | "long" | "time" | "month" | "clock";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The parts of a date in Paris; put together here, since the spaces between them differ from one engine to another. */
function partsOf(value: string) {
  const isDay = value.length === 10;
  const key = getLocale() + isDay;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(getLocale() === "fr" ? "fr-FR" : "en-GB", {
      timeZone: isDay ? "UTC" : "Europe/Paris",
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(key, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(new Date(value)).map((part) => [part.type, part.value])) as Record<
    Intl.DateTimeFormatPartTypes,
    string
  >;
}

/** True within eleven months: a day and a month name one day alone. */
const isNear = (value: string) => Math.abs(Date.parse(value) - Date.now()) < 330 * 86_400_000;

/** A day (`YYYY-MM-DD`) or an instant, in the language of the page, at the time of Paris. */
export function formatDate(value: string, format: DateFormat = "date"): string {
  const fr = getLocale() === "fr";
  const { weekday, day: number, month, year, hour, minute } = partsOf(value);
  const day = fr && number === "1" ? "1er" : number;
  if (format === "month") return `${month} ${year}`;
  if (format === "short" && isNear(value)) return `${day} ${month}`;
  if (format === "long") return `${weekday} ${day} ${month} ${year}`;
  const at = fr ? `${Number(hour)}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}` : `${hour}:${minute}`;
  if (format === "clock") return at;
  if (format === "time") return `${weekday} ${day} ${month}${value.length === 10 ? "" : `, ${at}`}`;
  return `${day} ${month} ${year}`;
}

/** A date that was put in words, without its year. */
export const withoutYear = (date: string) => date.replace(/ \d+$/, "");

/** Two days in words, the year once where it is the same. */
export const daysShown = (from: string, to: string) => {
  const [first, last] = [formatDate(from, "short"), formatDate(to, "short")];
  const year = / \d+$/.exec(last)?.[0];
  return { from: year && first.endsWith(year) ? withoutYear(first) : first, to: last };
};

/** A month above a drawing of time: with its year where that is another one than today's, on the first month and on January. */
export function monthShown(month: string, first: string): string {
  const words = formatDate(month, "month");
  const begins = month === first || month.slice(5, 7) === "01";
  return begins && month.slice(0, 4) !== dayOf(new Date().toISOString()).slice(0, 4) ? words : withoutYear(words);
}

/** A month by its number, from 1, in the language of the page. */
export const monthName = (month: number) =>
  new Intl.DateTimeFormat(getLocale() === "fr" ? "fr-FR" : "en-GB", { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2012, month - 1, 1),
  );

/** The day of a day or an instant, whole weeks earlier: the real one of what the demonstration moved to this year. */
export function weeksBefore(value: string, weeks: number): string {
  // The day in Paris first: near midnight the same instant of another season is on the day after.
  const date = new Date(value.length === 10 ? value : dayOf(value));
  date.setUTCDate(date.getUTCDate() - 7 * weeks);
  return date.toISOString().slice(0, 10);
}

/** Days from a day to a day or an instant; 0 on that day. */
export const daysUntil = (value: string, today: string) => {
  const day = value.length === 10 ? value : dayOf(value);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
};

const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** The day an instant falls on in Paris, `YYYY-MM-DD`. */
export const dayOf = (instant: string) => paris.format(new Date(instant));
