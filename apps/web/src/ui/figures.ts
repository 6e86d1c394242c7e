// chunk: form
import { getLocale } from "@cahier/schema/runtime";

/** Some words with each figure as the reader writes it, « 60 000 »; a year among them stays. Apart: reading loads none. */
export const figures = (words: number | string) =>
  String(words).replace(/^\d{4}$|\d{5,15}/g, (figure) =>
    figure.replace(/\B(?=(\d{3})+$)/g, getLocale() === "fr" ? "\u202f" : ","),
  );
