import { createContext, useContext } from "react";
import { contentLang } from "../../i18n/content.ts";

/** The language in which the words of a questionnaire came. */
export const SaidIn = createContext<"fr" | "en">("fr");

/** The `lang` of these words, where the page itself is in another language. */
export const useSaidLang = () => contentLang(useContext(SaidIn));
