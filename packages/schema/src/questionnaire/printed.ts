import type { CheckCode } from "./check.ts";
import { type AnswerValue, OTHER, type Question, ratingBounds, territoryKey } from "./definition.ts";

/** Something to tick on paper, with the mark printed beside it: the mark is what gets typed in. */
export type Mark = { readonly mark: string; readonly value: string; readonly label: string };

type Marked = Pick<
  Question,
  "type" | "options" | "rows" | "scale" | "min" | "max" | "minLabel" | "maxLabel" | "noOpinionValue" | "allowOther"
>;

const numbered = (list: readonly { readonly value: string; readonly label: string }[]): Mark[] =>
  list.map(({ value, label }, index) => ({ mark: `${index + 1}`, value, label }));

/** The columns of a matrix: by their own digit where each is one, else by their place. */
function columns({ scale }: Marked): Mark[] {
  const digits = scale.every(({ value }) => /^\d$/.test(value));
  return digits ? scale.map(({ value, label }) => ({ mark: value, value, label })) : numbered(scale);
}

/** The steps of a rating, then « no opinion », which is typed 0, or « s » where 0 is a step. */
function steps(question: Marked): Mark[] {
  const { min, max } = ratingBounds(question);
  const { scale, minLabel, maxLabel, noOpinionValue } = question;
  const label = (value: string) => scale.find((step) => step.value === value)?.label;
  const marks = Array.from({ length: max - min + 1 }, (_, index) => {
    const value = `${min + index}`;
    const ends = index === 0 ? minLabel : min + index === max ? maxLabel : null;
    return { mark: value, value, label: label(value) ?? ends ?? "" };
  });
  const none = noOpinionValue === null ? undefined : label(noOpinionValue);
  return none === undefined ? marks : [...marks, { mark: min > 0 ? "0" : "s", value: noOpinionValue!, label: none }];
}

/** Marks printed to be ticked: options, steps of a rating, columns of a matrix. Empty for written answers. */
export function marksOf(question: Marked): Mark[] {
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
    case "MULTIPLE_CHOICE":
    case "RANKING":
      return numbered(question.options);
    case "RATING":
      return steps(question);
    case "MATRIX":
      return columns(question);
    default:
      return [];
  }
}

/** Answer typed in from a sheet, as the checker takes it. Empty when nothing was typed. */
export type Typed = { value?: AnswerValue; other?: string; problem?: CheckCode };

/**
 * Reads an answer typed in from a sheet: « 3 », « 1,4 », « 7 le troc » for a choice with its words, « 31-42 » for the
 * rows of a matrix, « 29 » for a department, « r53 » for a region, « 20/6/2012 ». The year, where it is not said, is
 * that of `today`.
 */
export function readTyped(
  question: Marked,
  raw: string,
  today: string,
  territories?: ReadonlyMap<string, string>,
): Typed {
  const text = raw.trim();
  if (!text) return {};
  const marks = marksOf(question);
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE": {
      const { list, other, problem } = choices(question, marks, text);
      return problem || list.length > 1 ? { problem: problem ?? "TOO_MANY_CHOICES" } : { value: list[0], ...other };
    }
    case "MULTIPLE_CHOICE": {
      const { list, other, problem } = choices(question, marks, text);
      const twice = new Set(list).size < list.length;
      return problem || twice ? { problem: problem ?? "RANKED_TWICE" } : { value: list, ...other };
    }
    case "RANKING": {
      const { list, problem } = choices(question, marks, text);
      return problem ? { problem } : { value: list };
    }
    case "RATING": {
      const found = marks.find(({ mark }) => mark === text.toLowerCase());
      if (!found) return { problem: "OUT_OF_RANGE" };
      return { value: found.value === question.noOpinionValue ? found.value : Number(found.value) };
    }
    case "MATRIX":
      return cells(question, marks, text);
    case "NUMBER":
      return /^-?\d+([.,]\d+)?$/.test(text) ? { value: Number(text.replace(",", ".")) } : { problem: "WRONG_KIND" };
    case "DATE":
      return dateIn(text, today);
    case "TERRITORY":
      return territoryIn(text, territories);
    case "TEXT_BLOCK":
      return {};
    default:
      return { value: text };
  }
}

/** « 1,4 », « 1 4 », « 14 » alone where there is no fourteenth; then the words of « other ». */
function choices({ allowOther }: Marked, marks: readonly Mark[], text: string) {
  const [, numbers, words] = /^([\d\s,;.+]*)(.*)$/s.exec(text)!;
  const known = new Map(marks.map(({ mark, value }) => [mark, value]));
  const typed = numbers!.split(/[\s,;.+]+/).filter(Boolean);
  const list = typed.flatMap((one) =>
    known.has(one) || typed.length > 1 ? [known.get(one)] : one.split("").map((digit) => known.get(digit)),
  );
  const said = words!.replace(/^[:\s-]+/, "");
  const mayWrite = allowOther && (list.length === 0 || list.includes(OTHER));
  if (list.includes(undefined) || (said && !mayWrite) || (!said && list.length === 0))
    return { list: [], problem: "UNKNOWN_CHOICE" as const };
  return { list: (list.length > 0 ? list : [OTHER]) as string[], other: said ? { other: said } : {} };
}

/** One mark a row, in the order of the rows; « - » or « x » leaves a row. */
function cells({ rows }: Marked, marks: readonly Mark[], text: string): Typed {
  const typed = text.toLowerCase().replace(/[\s,;.]/g, "");
  if (typed.length > rows.length) return { problem: "TOO_MANY_CHOICES" };
  const value: Record<string, string> = {};
  for (const [index, one] of typed.split("").entries()) {
    if (one === "-" || one === "x") continue;
    const found = marks.find(({ mark }) => mark === one);
    if (!found) return { problem: "UNKNOWN_CHOICE" };
    value[rows[index]!.value] = found.value;
  }
  return { value };
}

function dateIn(text: string, today: string): Typed {
  const [, day, month, year = today.slice(0, 4)] = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d\d))?$/.exec(text) ?? [];
  if (!day || !month) return /^\d{4}-\d\d-\d\d$/.test(text) ? { value: text } : { problem: "NOT_A_DATE" };
  return { value: `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

/** « 29 », « r53 », or the code or the name of one of the territories of the site, accents and hyphens or not. */
function territoryIn(text: string, known?: ReadonlyMap<string, string>): Typed {
  const [, region, number] = /^(r?)\s*(\d{1,3}|2[ab])$/i.exec(text) ?? [];
  const french = number && territoryKey(region ? "REGION" : "DEPARTMENT", number.toUpperCase().padStart(2, "0"));
  const said = bare(text);
  const found = known
    ? ([french, territoryKey("DEPARTMENT", text.toUpperCase()), territoryKey("REGION", text.toUpperCase())].find(
        (key) => key && known.has(key),
      ) ?? [...known].find(([, name]) => bare(name.split(", ")[0]!) === said)?.[0])
    : undefined;
  const value = found ?? french;
  return value ? { value } : { problem: "UNKNOWN_TERRITORY" };
}

/** The part of a question to fill in on paper. */
export type Blank =
  | { kind: "none" }
  | { kind: "lines"; count: number }
  | { kind: "marks"; marks: Mark[]; ranked: boolean; most: number | null; other: boolean }
  | { kind: "grid"; rows: Question["rows"]; columns: Mark[] };

/** Part to draw under a question on paper: boxes with their marks, a grid, or lines to write on. */
export function blankOf(question: Marked & Pick<Question, "maxSelect">): Blank {
  const { type, rows, options, maxSelect, allowOther } = question;
  if (type === "TEXT_BLOCK") return { kind: "none" };
  if (type === "MATRIX") return { kind: "grid", rows, columns: marksOf(question) };
  const marks = marksOf(question);
  if (marks.length === 0) return { kind: "lines", count: type === "LONG_TEXT" ? 7 : type === "SHORT_TEXT" ? 2 : 1 };
  const several = type === "MULTIPLE_CHOICE" && maxSelect !== null && maxSelect < options.length;
  const ranked = type === "RANKING";
  return {
    kind: "marks",
    marks,
    ranked,
    most: ranked ? (maxSelect ?? options.length) : several ? maxSelect : null,
    other: allowOther,
  };
}

/** A name as it is compared: « Cote d'or » is « Côte-d’Or ». */
const bare = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s'’-]+/g, " ")
    .trim()
    .toUpperCase();
