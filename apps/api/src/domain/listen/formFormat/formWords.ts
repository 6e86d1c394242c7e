import type { FormWords } from "@cahier/schema/form";
import { limits } from "@cahier/schema/limits";
import { plainText } from "../../../platform/text/markup.ts";

/** A text in each language it is in, as in the file. */
export type Texts = Readonly<Record<string, string>>;

/** The longest words of each kind, in characters. */
export const longestWords = {
  title: limits["questionnaire.title"],
  intro: limits["questionnaire.intro"],
  section: limits["section.title"],
  sectionIntro: limits["section.intro"],
  label: limits["question.label"],
  plain: limits["question.plain"],
  help: limits["question.help"],
  option: limits["option.label"],
} as const;

/** A text longer than that is cut before it is looked at: no cell of a spreadsheet holds as much. */
const longestRaw = 40_000;

/** The language of a column or a row: « Français (fr) », « fr-FR », « english ». */
export function languageOf(name: string): string {
  const short = /\(([a-z]{2,3})(?:-\w+)?\)\s*$/i.exec(name)?.[1] ?? name.trim();
  const lower = short.toLowerCase();
  if (/^fran[cç]ais|^french/.test(lower)) return "fr";
  if (/^english|^anglais/.test(lower)) return "en";
  return /^[a-z]{2,20}/.exec(lower)?.[0] ?? "und";
}

/** The language words are kept in, of those a file has: French, else English, else the first. */
export const mainOf = (languages: readonly string[]) =>
  ["fr", "en"].find((one) => languages.includes(one)) ?? languages[0] ?? "";

/** A text without its markup. */
export interface Cleaned {
  text: string;
  /** An image, a link, a script went. */
  lost: boolean;
  /** The end did. */
  cut: boolean;
}

export function cleaned(raw: string): Cleaned {
  const { text, lost } = plainText(raw.slice(0, longestRaw));
  return { text, lost, cut: raw.length > longestRaw };
}

/** Lines as one. */
export const onOneLine = (text: string) => text.replace(/\s+/g, (blank) => (blank.includes("\n") ? " " : blank));

/** A text in two, the first no longer than `most`: between lines, else between sentences, else between words. */
export function splitAt(text: string, most: number): [string, string] {
  const flat = onOneLine(text);
  if (flat.length <= most) return [flat, ""];
  const [first = "", ...rest] = text.split("\n");
  if (first.length <= most && rest.length) return [first, rest.join("\n")];
  const head = text.slice(0, most + 1);
  const ends = [...head.matchAll(/[.!?…:;](?=\s)/g)].at(-1)?.index;
  const end = ends !== undefined && ends > most / 4 ? ends + 1 : head.lastIndexOf(" ");
  const at = end > most / 4 ? end : safeEnd(text, most);
  return [onOneLine(text.slice(0, at)).trim(), text.slice(at).trim()];
}

/** Not between the two halves of a character. */
const safeEnd = (text: string, at: number) => (/[\ud800-\udbff]/.test(text[at - 1]!) ? at - 1 : at);

export const cutAt = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, safeEnd(text, most - 1)).trimEnd()}…`;

/** « The question — the row », in each language that either is in. */
export const joinedWords = (label: Texts, row: Texts, between = " — "): Texts =>
  Object.fromEntries(
    [...new Set([...Object.keys(label), ...Object.keys(row)])].map((language) => [
      language,
      [label[language] ?? Object.values(label)[0], row[language] ?? row[""] ?? Object.values(row)[0]]
        .filter(Boolean)
        .join(between),
    ]),
  );

/** Words that are the same in both languages, or that need none. */
export const sameWords = (text: string): FormWords => ({ text, english: null });
