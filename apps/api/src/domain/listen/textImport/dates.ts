import { isDay } from "@cahier/schema/calendar/days";
import { fold } from "../../../platform/text/fold.ts";

const months = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

/**
 * The day that is written, as YYYY-MM-DD: « 2019-02-15 10:45 », « 15/02/2019 », « 15-févr.-19 », « 15 février 2019 ».
 * Null when it is none.
 */
export function readDay(text: string): string | null {
  // A workbook keeps days as numbers, since 30 December 1899: those of a lifetime are told from others.
  const serial = /^\s*([2-5]\d{4})(?:\.\d+)?\s*$/.exec(text);
  if (serial) return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10);
  const iso = text.match(/^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const french = text.match(/^\s*(\d{1,2})(?:er)?[/.\s-]+(\d{1,2}|\p{L}+\.?)[/.\s-]+(\d{4}|\d{2})(?!\d)/u);
  if (!french) return null;
  const [, day, month, year] = french;
  return dayOf(year!.length === 2 ? `20${year}` : year!, monthOf(month!), day!);
}

function monthOf(text: string) {
  if (/^\d/.test(text)) return text;
  const word = fold(text);
  return String(months.findIndex((month) => word.startsWith(month)) + 1);
}

function dayOf(year: string, month: string, day: string) {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
