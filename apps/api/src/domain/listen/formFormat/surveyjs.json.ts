import { most, Unreadable } from "./unreadable.ts";
import { languageOf, type Texts } from "./formWords.ts";

/** An object of JSON, whatever it holds. */
export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; what is no list has none. */
export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A text as it stands, or one in each language: `{ default, fr, en }`. */
export function asTexts(value: unknown, unnamed: string): Texts {
  if (typeof value === "string" || typeof value === "number") return { [unnamed]: String(value) };
  if (!isObject(value)) return {};
  const told = new Map<string, string>();
  for (const [name, text] of Object.entries(value))
    if (typeof text === "string") told.set(name === "default" ? unnamed : languageOf(name), text);
  return Object.fromEntries(told);
}

/** Choices as a list of values, or of `{ value, text }`. */
export function asChoices(value: unknown, unnamed: string) {
  if (!Array.isArray(value)) return [];
  if (value.length > most.rows) throw new Unreadable("TOO_MANY");
  return value.map((one: unknown) => {
    const { value: code, name, text } = isObject(one) ? one : { value: one, name: one, text: one };
    const own = code ?? name ?? "";
    return { code: scalar(own), label: asTexts(text ?? own, unnamed) };
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

/** The languages that words of a survey are in. */
export function languagesIn(survey: Json, unnamed: string): string[] {
  const found = new Set([unnamed]);
  let seen = 0;
  const walk = (value: unknown) => {
    if (++seen > 200_000) throw new Unreadable("TOO_MANY");
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isObject(value))
      for (const [key, one] of Object.entries(value)) {
        if (/^(?:title|text|description|html)$/.test(key) && isObject(one))
          for (const name of Object.keys(one)) if (name !== "default") found.add(languageOf(name));
        walk(one);
      }
  };
  walk(survey);
  return [...found];
}
