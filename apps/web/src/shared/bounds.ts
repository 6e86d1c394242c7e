import { m } from "@cahier/schema/messages";
import { formatDate } from "../i18n/dates.ts";
import { figures } from "../ui/figures.ts";

/** Figures and days as the reader writes them, « 1er mars 2012 »; what goes from a day to the same day is that day. */
export const bounds = (words: string) =>
  figures(words.replace(/^(\d{4}-\d\d-\d\d) – \1$/, "$1").replace(/\d{4}-\d\d-\d\d/g, (day) => formatDate(day)));

/** An end that comes too soon: after its beginning, where the refusal names it; else after it and after now. */
export const datesCrossed = ({ value }: { value: string }) =>
  /^\d{2}:\d{2}$|^\d{4}-\d{2}-\d{2}$/.test(value)
    ? m.problem_DATES_CROSSED_after({ value: bounds(value) })
    : m.problem_DATES_CROSSED();
