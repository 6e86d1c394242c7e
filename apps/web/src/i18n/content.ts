import { getLocale } from "@cahier/schema/runtime";

/** The `lang` of what people and the team wrote, where the page itself is in another language: most of it is in French. */
export const contentLang = (language: "fr" | "en" = "fr") => (getLocale() === language ? undefined : language);

/** The `lang` of the page's own words inside of such content. */
export const pageLang = () => (getLocale() === "fr" ? undefined : getLocale());
