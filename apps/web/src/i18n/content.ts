import { getLocale } from "@cahier/schema/runtime";

/** The `lang` of what people and the team wrote, where the page itself is in another language: all of it is in French. */
export const contentLang = () => (getLocale() === "fr" ? undefined : "fr");

/** The `lang` of the page's own words inside of such content. */
export const pageLang = () => (getLocale() === "fr" ? undefined : getLocale());
