import { getLocale } from "@cahier/schema/runtime";

let spoken: "fr" | "en" = "fr";

/** Says what people and the team write in: the one language of the site, or else French. */
export const contentIsIn = (language: "fr" | "en") => void (spoken = language);

/** The `lang` of what people and the team wrote, where the page itself is in another language. */
export const contentLang = (language: "fr" | "en" = spoken) => (getLocale() === language ? undefined : language);

/** The marks around what people and the team wrote, in its own language. */
export const quoteMarks = () => (spoken === "fr" ? (["«\u00a0", "\u00a0»"] as const) : (["“", "”"] as const));

/** The `lang` of the page's own words inside of such content. */
export const pageLang = () => (getLocale() === "fr" ? undefined : getLocale());
