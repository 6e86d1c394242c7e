import { type Locale, overwriteGetLocale } from "@cahier/schema/runtime";

export type { Locale };

/** The language is in the address and nowhere else: `/en/…` is English, the rest French. So a page has one text per URL, and a cache needs no Vary. */
export const localeOf = (pathname: string): Locale => (/^\/en(\/|$)/.test(pathname) ? "en" : "fr");

export const basenameOf = (locale: Locale) => (locale === "fr" ? "/" : `/${locale}`);

/** Says how the current language is known: from the document in a browser, from the request in the API. */
export const localeComesFrom: (get: () => Locale) => void = overwriteGetLocale;

/** Address of a path of the site in a language. « //evil.example » would be another site: it stays a path of this one. */
export const addressIn = (locale: Locale, path: string) =>
  basenameOf(locale).replace(/\/$/, "") + path.replace(/^[/\\]+/, "/");
