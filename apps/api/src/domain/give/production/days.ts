import { m } from "@cahier/schema/messages";
import { inWords, locale } from "./production.words.ts";

/** « 20 juin 2012 », « du 3 mai 2012 au 9 mai 2012 ». */
export const dayRange = (from: string, to: string) =>
  from === to ? inWords(from) : m.production_days({ from: inWords(from), to: inWords(to) }, locale);
