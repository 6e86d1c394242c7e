import { contentLang } from "../i18n/content.ts";

/** Some words about what people and the team wrote, which say its language too where the page is in another one. */
export const withLanguage = (words: string, language: () => string) =>
  contentLang() ? `${words} ${language()}` : words;
