import { createContext, useContext } from "react";
import { contentLang } from "../../i18n/content.ts";

/** The language in which the words of a questionnaire came; « fr » for those that were not translated. */
export const SaidIn = createContext<"fr" | "en">("fr");

/** The `lang` of the words of a questionnaire: what was not translated is in the language that the site is written in. */
export const saidLang = (language: "fr" | "en") => (language === "en" ? contentLang("en") : contentLang());

/** The `lang` of these words, where the page itself is in another language. */
export const useSaidLang = () => saidLang(useContext(SaidIn));
