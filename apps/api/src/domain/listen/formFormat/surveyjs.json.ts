import { isObject } from "@cahier/schema/object";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { most } from "./limits.ts";
import { languageOf, type Texts } from "./formWords.ts";

/** An object of JSON, whatever it holds. */
export type Json = Record<string, unknown>;

/** The objects of a list; what is no list has none. */
export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A text as it stands, or one in each language: `{ default, fr, en }`. A language that is named prevails. */
export function asTexts(value: unknown, unnamed: string): Texts {
  if (typeof value === "string" || typeof value === "number") return { [unnamed]: String(value) };
  if (!isObject(value)) return {};
  const told = new Map<string, string>();
  if (typeof value.default === "string") told.set(unnamed, value.default);
  for (const [name, text] of Object.entries(value))
    if (typeof text === "string" && name !== "default") told.set(languageOf(name), text);
  return Object.fromEntries(told);
}

/** Choices as a list of values, of « value|text », or of `{ value, text }`. */
export function asChoices(value: unknown, unnamed: string) {
  if (!Array.isArray(value)) return [];
  if (value.length > most.rows) throw new Unreadable("TOO_MANY");
  return value.map((one: unknown) => {
    const { value: code, name, text, plain } = isObject(one) ? one : { value: one, name: one, text: one };
    const simple = asTexts(plain, unnamed);
    const own = code ?? name ?? "";
    const told = text === own ? undefined : text;
    const bar = typeof own === "string" && told === undefined ? own.indexOf("|") : -1;
    if (bar < 0) return { code: scalar(own), label: asTexts(told ?? own, unnamed), plain: simple };
    return {
      code: (own as string).slice(0, bar),
      label: asTexts((own as string).slice(bar + 1), unnamed),
      plain: simple,
    };
  });
}

const scalar = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : JSON.stringify(value);

/** Settings that nothing was made of, each as a line. Null and false are no setting. */
export const linesIn = (rest: Json): [string, string][] =>
  Object.entries(rest)
    .filter(([, value]) => value !== null && value !== false && value !== undefined)
    .map(([name, value]) => [name, scalar(value).slice(0, 200)]);

/** The languages that words of a survey are in, and the one of words that name none. */
export function languagesIn(survey: Json, locale: unknown): { unnamed: string; languages: string[] } {
  const found = new Set<string>();
  const besideDefault = new Set<string>();
  let seen = 0;
  const walk = (value: unknown) => {
    if (++seen > 200_000) throw new Unreadable("TOO_MANY");
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isObject(value))
      for (const [key, one] of Object.entries(value)) {
        if (isObject(one) && (typeof one.default === "string" || /^(?:title|text|description|html)$/.test(key)))
          for (const name of Object.keys(one)) {
            if (name === "default") continue;
            found.add(languageOf(name));
            if ("default" in one) besideDefault.add(languageOf(name));
          }
        walk(one);
      }
  };
  walk(survey);
  const unnamed = unnamedLanguage(typeof locale === "string" ? locale : "", besideDefault);
  return { unnamed, languages: [...new Set([unnamed, ...found])] };
}

/** `default` is English in SurveyJS, or what the survey is in, unless that language has a text of its own beside it. */
function unnamedLanguage(locale: string, besideDefault: ReadonlySet<string>): string {
  const own = locale && languageOf(locale);
  if (own && !besideDefault.has(own)) return own;
  if (besideDefault.size === 0) return "fr";
  return besideDefault.has("en") && !besideDefault.has("fr") ? "fr" : "en";
}
