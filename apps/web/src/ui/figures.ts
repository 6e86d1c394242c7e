// chunk: form
import { getLocale } from "@cahier/schema/runtime";
import { formatDate } from "../i18n/dates.ts";

/**
 * Some words with each figure and each day as the reader writes it, « 60 000 », « 1er mars 2012 »; a year among them
 * stays, and what goes from a day to the same day is that day. Apart: reading loads none.
 */
export const figures = (words: number | string) =>
  String(words)
    .replace(/^(\d{4}-\d\d-\d\d) – \1$/, "$1")
    .replace(/\d{4}-\d\d-\d\d/g, (day) => formatDate(day))
    .replace(/^\d{4}$|\d{5,15}/g, (figure) =>
      figure.replace(/\B(?=(\d{3})+$)/g, getLocale() === "fr" ? "\u202f" : ","),
    );
