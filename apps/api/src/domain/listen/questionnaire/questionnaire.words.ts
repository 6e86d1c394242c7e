import { limits } from "@cahier/schema/limits";
import { canonical } from "../../../platform/canonical.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText } from "../../../platform/text/text.ts";
import type { Question, QuestionSettings } from "./questionnaire.entity.ts";

const longest = {
  label: limits["question.label"],
  plain: limits["question.plain"],
  help: limits["question.help"],
  rationale: limits["question.rationale"],
  usedIn: limits["question.usedIn"],
  minLabel: limits["option.label"],
  maxLabel: limits["option.label"],
  plainHelp: limits["question.help"],
} as const;

const lists = ["options", "rows", "scale"] as const;

type Words = Question["translations"];

/** The lists of English words, each with the list of choices that it is about. */
const englishLists = {
  options: "options",
  rows: "rows",
  scale: "scale",
  plainOptions: "options",
  plainRows: "rows",
  plainScale: "scale",
} as const;

/** The words of a question in English, as they were sent: what is absent stays, an empty text takes it away. */
export const readEnglish = (raw: unknown, { en, ...others }: Words, settings: QuestionSettings): Words => {
  const words = readWords(raw, en, settings, { field: "english", texts: longest, by: englishLists });
  return words ? { ...others, en: words } : others;
};

/** The same for its words in simple ones. */
export const readPlain = (raw: unknown, { plain, ...others }: Words, settings: QuestionSettings): Words => {
  const by = { options: "options", rows: "rows", scale: "scale" } as const;
  const words = readWords(raw, plain, settings, { field: "plainWords", texts: { help: longest.help }, by });
  return words ? { ...others, plain: words } : others;
};

interface Read {
  field: string;
  texts: Readonly<Record<string, number>>;
  by: Readonly<Record<string, (typeof lists)[number]>>;
}

function readWords(
  raw: unknown,
  before: object | undefined,
  settings: QuestionSettings,
  { field: from, texts, by }: Read,
): object | null {
  const given = asObject(raw, from);
  const words: Record<string, unknown> = { ...before };
  const put = (into: Record<string, unknown>, key: string, value: unknown, field: string, most: number) => {
    if (value === undefined) return;
    if (value !== null && typeof value !== "string") throw new Refusal("WRONG_KIND", field);
    const text = givenText(value, field, most);
    if (text === null) delete into[key];
    else into[key] = text;
  };
  for (const [key, most] of Object.entries(texts)) put(words, key, given[key], `${from}.${key}`, most);
  for (const [name, list] of Object.entries(by)) {
    if (given[name] === undefined) continue;
    const known = new Set((settings[list] ?? []).map(({ value }) => value));
    const said: Record<string, unknown> = { ...(words[name] as object | undefined) };
    for (const [value, text] of Object.entries(asObject(given[name] ?? {}, `${from}.${name}`)))
      if (known.has(value)) put(said, value, text, `${from}.${name}`, limits["option.label"]);
    if (Object.keys(said).length > 0) words[name] = said;
    else delete words[name];
  }
  return Object.keys(words).length > 0 ? words : null;
}

function asObject(raw: unknown, field: string): Record<string, unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Refusal("WRONG_KIND", field);
  return raw as Record<string, unknown>;
}

/** Wording of a question: the part that an answer was given to. */
type Worded = Pick<Question, "label" | "plain" | "help" | "rationale" | "required" | "settings" | "translations">;

/** True if people are asked, or may answer, something else. A new rationale, a first translation or first simple words are no rewording. */
export function isReworded(before: Worded, after: Worded): boolean {
  const keys = ["label", "plain", "help", "required"] as const;
  if (keys.some((key) => before[key] !== after[key])) return true;
  // The condition of a question says nothing of what it asks.
  const asking = ({ settings }: Worded) => canonical({ ...settings, short: false });
  if (asking(before) !== asking(after)) return true;
  return (["en", "plain"] as const).some((language) => {
    const are = flat(after.translations[language]);
    return [...flat(before.translations[language])].some(
      ([key, text]) => key !== "rationale" && key !== "usedIn" && are.get(key) !== text,
    );
  });
}

function flat(words: Readonly<Record<string, string | Record<string, string>>> = {}): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[key, value] as const]
        : Object.entries(value).map(([inner, text]) => [`${key} ${inner}`, text] as const),
    ),
  );
}

/** Difference between two wordings, in words: before, and after. */
export function differenceInWords(before: Worded, after: Worded): { from: string; to: string } {
  const texts = ["label", "plain", "help", "rationale"] as const;
  const from: string[] = [];
  const to: string[] = [];
  const note = (was: string | null, is: string | null) => {
    if (was === is) return;
    from.push(was ?? "—");
    to.push(is ?? "—");
  };
  for (const key of texts) note(before[key], after[key]);
  for (const list of lists) note(listed(before.settings[list]), listed(after.settings[list]));
  const en = after.translations.en;
  note(before.translations.en?.label ?? null, en?.label ?? null);
  return { from: from.join(" · "), to: to.join(" · ") };
}

const listed = (choices: QuestionSettings["options"]) =>
  choices
    ? choices
        .filter(({ retired }) => !retired)
        .map(({ label }) => label)
        .join(" / ")
    : null;
