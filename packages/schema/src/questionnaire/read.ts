import { isDay } from "../calendar/days.ts";
import { type AnswerValue, longest, type Question, type QuestionType, ratingBounds } from "./definition.ts";

/** The rules that answers can break. The words of `ProblemCode` in the API's schema. */
export type CheckCode =
  | "REQUIRED"
  | "TOO_LONG"
  | "UNKNOWN_CHOICE"
  | "TOO_MANY_CHOICES"
  | "TOO_FEW_CHOICES"
  | "EXCLUSIVE_CHOICE"
  | "RANKED_TWICE"
  | "WRONG_KIND"
  | "OUT_OF_RANGE"
  | "NOT_WHOLE"
  | "NOT_A_DATE"
  | "UNKNOWN_TERRITORY"
  | "TERRITORY_REQUIRED"
  | "ANSWER_REQUIRED"
  | "REPEAT_KEY_REQUIRED"
  | "UNKNOWN_QUESTION"
  | "UNREADABLE_TEXT"
  | "TOO_LARGE";

/** Refuses an answer; `value` is the bound that was not kept. */
type Refuse = (code: CheckCode, value?: string | number) => undefined;

/** Reads the raw answer to one question: as kept, or undefined when it is blank or refused. */
export type Reader = (raw: unknown, refuse: Refuse, draft: boolean) => AnswerValue | undefined;

const valuesOf = (list: readonly { readonly value: string }[]) => new Set(list.map((one) => one.value));

/** Longest raw text to work on, for `most` characters kept: it may carry blanks, which are dropped. */
export const mostRead = (most: number) => 4 * most + 1000;

/** Signs that turn the direction of what follows, in a name as in the page around it. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Reads a text: trimmed, NFC, lines ended by `\n`, without the control characters that pasting from a PDF brings.
 * Refuses NUL and lone surrogates, which cannot be stored. Blanks and invisible characters alone are no answer.
 */
export function readText(most: number): Reader {
  return (raw, refuse) => {
    if (typeof raw !== "string") return refuse("WRONG_KIND");
    if (raw.length > mostRead(most)) return raw.trim() ? refuse("TOO_LONG", most) : undefined;
    if (raw.includes("\0") || !raw.isWellFormed()) return refuse("UNREADABLE_TEXT");
    const text = raw
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(/[^\P{Cc}\t\n]/gu, "")
      .replace(overrides, "")
      .normalize()
      .trim();
    if (text.length > most) return refuse("TOO_LONG", most);
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : undefined;
  };
}

function readChoice({ options }: Question): Reader {
  const values = valuesOf(options);
  return (raw, refuse) => {
    if (typeof raw !== "string") return refuse("WRONG_KIND");
    return values.has(raw) ? raw : refuse("UNKNOWN_CHOICE");
  };
}

/** A set of choices, kept in the order of the options; or a ranking, kept as ranked and as partial as one likes. */
function readChoices({ options, type, minSelect, maxSelect, exclusiveValues, noOpinionValue }: Question): Reader {
  const values = valuesOf(options);
  const most = maxSelect ?? options.length;
  const ranked = type === "RANKING";
  const excludes = (value: unknown) => value === noOpinionValue || exclusiveValues.includes(value as string);
  return (raw, refuse, draft) => {
    if (!Array.isArray(raw)) return refuse("WRONG_KIND");
    if (raw.length > most) return refuse("TOO_MANY_CHOICES", most);
    for (const value of raw) {
      if (typeof value !== "string") return refuse("WRONG_KIND");
      if (!values.has(value)) return refuse("UNKNOWN_CHOICE");
    }
    const chosen = new Set<string>(raw);
    if (chosen.size < raw.length) return refuse(ranked ? "RANKED_TWICE" : "WRONG_KIND");
    if (chosen.size === 0) return undefined;
    if (raw.some(excludes)) return chosen.size > 1 ? refuse("EXCLUSIVE_CHOICE") : [...chosen];
    if (ranked) return [...chosen];
    if (!draft && minSelect !== null && chosen.size < minSelect) return refuse("TOO_FEW_CHOICES", minSelect);
    return [...values].filter((value) => chosen.has(value));
  };
}

function readMatrix({ rows, scale }: Question): Reader {
  const known = valuesOf(rows);
  const columns = valuesOf(scale);
  return (raw, refuse) => {
    if (typeof raw !== "object" || Array.isArray(raw)) return refuse("WRONG_KIND");
    const cells = raw as Record<string, unknown>;
    const kept: Record<string, string> = {};
    for (const row of Object.keys(cells)) if (!known.has(row)) return refuse("UNKNOWN_CHOICE");
    for (const row of known) {
      const column = Object.hasOwn(cells, row) ? cells[row] : null;
      if (column == null || column === "") continue;
      if (typeof column !== "string") return refuse("WRONG_KIND");
      if (!columns.has(column)) return refuse("UNKNOWN_CHOICE");
      kept[row] = column;
    }
    return Object.keys(kept).length > 0 ? kept : undefined;
  };
}

const bounds = (min: number | null, max: number | null) =>
  min === null ? `≤ ${max}` : max === null ? `≥ ${min}` : `${min}–${max}`;

function readRating(question: Question): Reader {
  const { min, max } = ratingBounds(question);
  return (raw, refuse) => {
    if (typeof raw === "string" && raw === question.noOpinionValue) return raw;
    if (typeof raw !== "number") return refuse("WRONG_KIND");
    return Number.isInteger(raw) && raw >= min && raw <= max ? raw + 0 : refuse("OUT_OF_RANGE", bounds(min, max));
  };
}

function readNumber({ min, max, wholeNumbers }: Question): Reader {
  const low = min ?? Number.MIN_SAFE_INTEGER;
  const high = max ?? Number.MAX_SAFE_INTEGER;
  return (raw, refuse) => {
    if (typeof raw !== "number") return refuse("WRONG_KIND");
    if (wholeNumbers && Number.isFinite(raw) && !Number.isInteger(raw)) return refuse("NOT_WHOLE");
    if (raw >= low && raw <= high) return raw + 0;
    return refuse("OUT_OF_RANGE", bounds(min, max ?? (min === null ? high : null)));
  };
}

function readDate(raw: unknown, refuse: Refuse) {
  if (typeof raw !== "string") return refuse("WRONG_KIND");
  return isDay(raw) ? raw : refuse("NOT_A_DATE");
}

function readTerritory(known?: ReadonlySet<string>): Reader {
  return (raw, refuse) => {
    if (typeof raw !== "string") return refuse("WRONG_KIND");
    const exists = known ? known.has(raw) : /^(?:DEPARTMENT|REGION|REGION_2012):[A-Z0-9][A-Z0-9.-]{0,11}$/.test(raw);
    return exists ? raw : refuse("UNKNOWN_TERRITORY");
  };
}

const readers: Record<QuestionType, (question: Question, territories?: ReadonlySet<string>) => Reader | null> = {
  SHORT_TEXT: ({ maxLength }) => readText(maxLength ?? longest.SHORT_TEXT),
  LONG_TEXT: ({ maxLength }) => readText(maxLength ?? longest.LONG_TEXT),
  SINGLE_CHOICE: readChoice,
  ORGANISATION_TYPE: readChoice,
  MULTIPLE_CHOICE: readChoices,
  RANKING: readChoices,
  RATING: readRating,
  MATRIX: readMatrix,
  NUMBER: readNumber,
  DATE: () => readDate,
  TERRITORY: (_, territories) => readTerritory(territories),
  TEXT_BLOCK: () => null,
};

/** Reader of the answers to a question; null for a text block, which has none. */
export const readerOf = (question: Question, territories?: ReadonlySet<string>) =>
  readers[question.type](question, territories);
