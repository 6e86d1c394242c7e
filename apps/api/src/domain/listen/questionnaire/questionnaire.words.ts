import { limits } from "@cahier/schema/limits";
import { canonical } from "../../../platform/canonical.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText } from "../../../platform/text/text.ts";
import type { Question, QuestionSettings, QuestionWords, Translations } from "./questionnaire.entity.ts";

const longest = {
  label: limits["question.label"],
  plain: limits["question.plain"],
  help: limits["question.help"],
  rationale: limits["question.rationale"],
  usedIn: limits["question.usedIn"],
  minLabel: limits["option.label"],
  maxLabel: limits["option.label"],
} as const;

const lists = ["options", "rows", "scale"] as const;

/** The words of a question in English, as they were sent: what is absent stays, an empty text takes it away. */
export function readEnglish(raw: unknown, before: Translations<QuestionWords>, settings: QuestionSettings) {
  const given = asObject(raw, "english");
  const en: Record<string, unknown> = { ...before.en };
  const put = (into: Record<string, unknown>, key: string, value: unknown, field: string, most: number) => {
    if (value === undefined) return;
    if (value !== null && typeof value !== "string") throw new Refusal("WRONG_KIND", field);
    const text = givenText(value, field, most);
    if (text === null) delete into[key];
    else into[key] = text;
  };
  for (const [key, most] of Object.entries(longest)) put(en, key, given[key], `english.${key}`, most);
  for (const list of lists) {
    if (given[list] === undefined) continue;
    const known = new Set((settings[list] ?? []).map(({ value }) => value));
    const words: Record<string, unknown> = { ...before.en?.[list] };
    for (const [value, text] of Object.entries(asObject(given[list] ?? {}, `english.${list}`)))
      if (known.has(value)) put(words, value, text, `english.${list}`, limits["option.label"]);
    if (Object.keys(words).length > 0) en[list] = words;
    else delete en[list];
  }
  return (Object.keys(en).length > 0 ? { en } : {}) as Translations<QuestionWords>;
}

function asObject(raw: unknown, field: string): Record<string, unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Refusal("WRONG_KIND", field);
  return raw as Record<string, unknown>;
}

/** Wording of a question: the part that an answer was given to. */
type Worded = Pick<Question, "label" | "plain" | "help" | "rationale" | "required" | "settings" | "translations">;

/** True if people are asked, or may answer, something else. A new rationale or a first translation is no rewording. */
export function isReworded(before: Worded, after: Worded): boolean {
  const keys = ["label", "plain", "help", "required"] as const;
  if (keys.some((key) => before[key] !== after[key])) return true;
  // When a question is asked says nothing of what it asks.
  const asking = ({ settings }: Worded) => canonical({ ...settings, short: false });
  if (asking(before) !== asking(after)) return true;
  const were = flat(before.translations.en);
  const are = flat(after.translations.en);
  return [...were].some(([key, text]) => key !== "rationale" && key !== "usedIn" && are.get(key) !== text);
}

function flat(words: Partial<QuestionWords> = {}): Map<string, string> {
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
