import type { Language } from "../graphql/resolvers.generated.ts";
import { regional, zone } from "./day.ts";

let language: Language = "fr";

/** Says what people and the team write in: the one language of the site, or else French. */
export const isWrittenIn = (said: Language | null) => void (language = said ?? "fr");

/** The locale of what is made of their words, as the site said last: syntheses, dossiers, letters, reports. */
export const written = {
  get locale() {
    return language;
  },
};

/** « 20 juin 2012 », « 20 June 2012 ». */
export const longDate = (instant: Date) =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: "long", timeZone: zone }).format(instant);
