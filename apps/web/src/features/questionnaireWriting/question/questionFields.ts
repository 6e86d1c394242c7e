import { OTHER } from "@cahier/schema/questionnaire/definition";
import { withoutAccents } from "@cahier/schema/text/plain";
import type { Question, QuestionType } from "../composed.tsx";
import { alike } from "../../../ui/rebase.ts";

/** An option, a row or a column while it is edited: its value is made from its words when it is first saved, then kept. */
export interface Choice {
  key: string;
  value: string | null;
  label: string;
  /** The same in simple words. */
  plain: string;
  keyPointId: string | null;
  exclusive: boolean;
  noOpinion: boolean;
}

/** A question while it is edited. Numbers are texts until they are saved: a field may be empty. */
export interface QuestionFields {
  type: QuestionType;
  label: string;
  plain: string;
  help: string;
  plainHelp: string;
  rationale: string;
  usedIn: string;
  required: boolean;
  short: boolean;
  visibility: Question["visibility"];
  options: readonly Choice[];
  rows: readonly Choice[];
  scale: readonly Choice[];
  allowOther: boolean;
  minSelect: string;
  maxSelect: string;
  min: string;
  max: string;
  wholeNumbers: boolean;
  minLabel: string;
  maxLabel: string;
  maxLength: string;
  visibleIf: unknown;
}

/** Settings of each type: the others are neither shown nor sent. */
const settingsByType: Record<QuestionType, readonly (keyof QuestionFields)[]> = {
  SHORT_TEXT: ["maxLength"],
  LONG_TEXT: ["maxLength"],
  SINGLE_CHOICE: ["options", "allowOther"],
  MULTIPLE_CHOICE: ["options", "allowOther", "minSelect", "maxSelect"],
  RATING: ["min", "max", "minLabel", "maxLabel", "scale"],
  MATRIX: ["rows", "scale"],
  RANKING: ["options", "maxSelect"],
  NUMBER: ["min", "max", "wholeNumbers"],
  DATE: [],
  TERRITORY: [],
  ORGANISATION_TYPE: ["options", "allowOther"],
  TEXT_BLOCK: [],
};

export const has = (type: QuestionType, setting: keyof QuestionFields) => settingsByType[type].includes(setting);

const typed = (value: string | number | null) => (value === null ? "" : `${value}`);

/** A choice that was just added; `key` tells it from the others until it has a value. */
export const newChoice = (key: string, label = "", more: Partial<Choice> = {}): Choice => ({
  key,
  value: null,
  label,
  plain: "",
  keyPointId: null,
  exclusive: false,
  noOpinion: false,
  ...more,
});

/** Simple words of a question, as the API tells them. */
type PlainWords = { help?: string } & Partial<Record<"options" | "rows" | "scale", Readonly<Record<string, string>>>>;

/** A question as a form edits it, with its simple words. */
export function fieldsOf(question: Question, plainWords: unknown = null): QuestionFields {
  const simple = (plainWords ?? {}) as PlainWords;
  const choices = (list: "options" | "rows" | "scale") =>
    question[list].map(({ value, label, ...more }) =>
      newChoice(value, label, {
        value,
        plain: simple[list]?.[value] ?? "",
        keyPointId: "keyPointId" in more ? ((more.keyPointId as string | null | undefined) ?? null) : null,
        exclusive: question.exclusiveValues.includes(value),
        noOpinion: question.noOpinionValue === value,
      }),
    );
  return {
    type: question.type,
    label: question.label,
    plain: question.plain ?? "",
    help: question.help ?? "",
    plainHelp: simple.help ?? "",
    rationale: question.rationale,
    usedIn: question.usedIn ?? "",
    required: question.required,
    short: question.short,
    visibility: question.visibility,
    options: choices("options"),
    rows: choices("rows"),
    scale: choices("scale"),
    allowOther: question.allowOther,
    minSelect: typed(question.minSelect),
    maxSelect: typed(question.maxSelect),
    min: typed(question.min),
    max: typed(question.max),
    wholeNumbers: question.wholeNumbers,
    minLabel: question.minLabel ?? "",
    maxLabel: question.maxLabel ?? "",
    maxLength: typed(question.maxLength),
    visibleIf: question.visibleIf ?? null,
  };
}

const isChoices = (value: unknown): value is readonly Choice[] =>
  Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && "key" in one);

const isWritten = ({ label }: Choice) => label.trim() !== "";

const wordsOf = (choices: readonly Choice[]) =>
  JSON.stringify(
    choices
      .filter(isWritten)
      .map((one) => [one.label.trim(), one.plain.trim(), one.keyPointId, one.exclusive, one.noOpinion]),
  );

/** True if two values of a field are equal. Choices compare by words and flags, not by their local ids; an empty one is none. */
export function sameField(a: unknown, b: unknown): boolean {
  return isChoices(a) && isChoices(b) ? wordsOf(a) === wordsOf(b) : alike(a, b);
}

/** « Énergie solaire » → ENERGIE_SOLAIRE: what is stored, and what a column of an export says. */
function valueFrom(label: string) {
  const value = withoutAccents(label)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .slice(0, 40);
  return /^[A-Z0-9]/.test(value) ? value : "CHOICE";
}

/** The choices with words, each with its value; nobody takes the value of one that was retired. */
function valued(choices: readonly Choice[], taken: readonly string[], numbered: boolean) {
  const written = choices.filter(isWritten);
  const used = new Set([...taken, ...written.flatMap(({ value }) => value ?? [])]);
  const free = (wanted: (rank: number) => string) => {
    let rank = 1;
    while (used.has(wanted(rank))) rank++;
    used.add(wanted(rank));
    return wanted(rank);
  };
  return written.map((choice) => {
    const base = valueFrom(choice.label);
    const made = () =>
      numbered
        ? choice.noOpinion && !used.has("0")
          ? free((rank) => `${rank - 1}`)
          : free((rank) => `${rank}`)
        : free((rank) => (rank === 1 && base !== OTHER ? base : `${base}_${rank}`));
    return { ...choice, label: choice.label.trim(), value: choice.value ?? made() };
  });
}

/** The lists of a question with the values that a save gives them: the next one sends the same. */
export function named(fields: QuestionFields, retired: readonly string[] = []): QuestionFields {
  const withValues = (choices: readonly Choice[], taken: readonly string[], numbered: boolean) => {
    const values = new Map(valued(choices, taken, numbered).map(({ key, value }) => [key, value]));
    return choices.map((choice) => ({ ...choice, value: values.get(choice.key) ?? choice.value }));
  };
  return {
    ...fields,
    options: withValues(fields.options, retired, false),
    rows: withValues(fields.rows, [], false),
    scale: withValues(fields.scale, [], fields.type === "MATRIX"),
  };
}

/** A number as typed; what is no number goes as it is, to be refused where it stands. */
function numberOf(written: string) {
  const text = written.trim().replace(",", ".");
  if (text === "") return null;
  return Number.isNaN(Number(text)) ? written : Number(text);
}

/** The settings as the API takes them: those of the type, null for what is taken away. */
export function settingsOf(fields: QuestionFields, retired: readonly string[] = []): Record<string, unknown> {
  const { type } = fields;
  const options = has(type, "options") ? valued(fields.options, retired, false) : [];
  const rows = has(type, "rows") ? valued(fields.rows, [], false) : [];
  const scale = has(type, "scale") ? valued(fields.scale, [], type === "MATRIX") : [];
  const plain = (list: typeof options) => list.map(({ value, label }) => ({ value, label }));
  const all: Partial<Record<keyof QuestionFields, unknown>> = {
    options: plain(options),
    rows: plain(rows),
    scale: plain(scale),
    allowOther: fields.allowOther && options.some(({ value }) => value === OTHER),
    minSelect: numberOf(fields.minSelect),
    maxSelect: numberOf(fields.maxSelect),
    min: numberOf(fields.min),
    max: numberOf(fields.max),
    wholeNumbers: fields.wholeNumbers,
    minLabel: fields.minLabel.trim() || null,
    maxLabel: fields.maxLabel.trim() || null,
    maxLength: numberOf(fields.maxLength),
  };
  const own = Object.entries(all).filter(([setting]) => has(type, setting as keyof QuestionFields));
  return {
    ...Object.fromEntries(own),
    exclusiveValues: options.filter(({ exclusive }) => exclusive).map(({ value }) => value),
    noOpinionValue: [...options, ...scale].find(({ noOpinion }) => noOpinion)?.value ?? null,
    visibleIf: fields.visibleIf ?? null,
    ...(type !== "TEXT_BLOCK" && { short: fields.short }),
  };
}

/** The most steps of a scale that are drawn while it is typed: « 1000 » begins with 10. */
const drawn = 20;

/** A question as it would be asked with these fields. */
export function questionOf(question: Question, typedFields: QuestionFields) {
  const fields = named(typedFields);
  const own = (setting: keyof QuestionFields) => has(fields.type, setting);
  const list = (name: "options" | "rows" | "scale") =>
    own(name)
      ? fields[name].filter(isWritten).map((one) => ({
          __typename: "Option" as const,
          value: one.value!,
          label: one.label,
          plain: one.plain.trim() || null,
          keyPointId: one.keyPointId,
        }))
      : [];
  const number = (name: "minSelect" | "maxSelect" | "min" | "max" | "maxLength") => {
    const value = own(name) ? numberOf(fields[name]) : null;
    return typeof value === "number" && Number.isFinite(value) ? Math.trunc(value) : null;
  };
  const [min, max] = [number("min"), number("max")];
  const options = [...fields.options, ...fields.scale].filter(isWritten);
  return {
    ...question,
    type: fields.type,
    label: fields.label,
    plain: fields.plain || null,
    help: fields.help || null,
    plainHelp: fields.plainHelp || null,
    rationale: fields.rationale,
    usedIn: fields.usedIn || null,
    required: fields.required,
    visibility: fields.visibility,
    options: list("options"),
    rows: list("rows"),
    scale: list("scale"),
    noOpinionValue: options.find(({ noOpinion }) => noOpinion)?.value ?? null,
    exclusiveValues: options.flatMap(({ exclusive, value }) => (exclusive && value ? [value] : [])),
    allowOther: fields.allowOther,
    minSelect: number("minSelect"),
    maxSelect: number("maxSelect"),
    min,
    max: fields.type === "RATING" && max !== null ? Math.min(max, (min ?? 1) + drawn) : max,
    wholeNumbers: fields.wholeNumbers,
    minLabel: fields.minLabel || null,
    maxLabel: fields.maxLabel || null,
    maxLength: number("maxLength"),
  };
}

const settings = new Set<keyof QuestionFields>([...Object.values(settingsByType).flat(), "visibleIf", "short"]);

/** Builds the input of a save: the fields that changed; the settings go together. */
export function inputOf(
  fields: QuestionFields,
  changed: readonly (keyof QuestionFields)[],
  retired: readonly string[] = [],
) {
  const own = changed.filter((field) => !settings.has(field) && field !== "plainHelp");
  const whole = changed.some((field) => settings.has(field) || field === "type");
  const simple = whole || changed.includes("plainHelp");
  return {
    ...Object.fromEntries(own.map((field) => [field, fields[field]])),
    ...(whole && { settings: settingsOf(fields, retired) }),
    ...(simple && { plainWords: plainWordsOf(fields, retired) }),
  } as Partial<
    Pick<QuestionFields, "type" | "label" | "plain" | "help" | "rationale" | "usedIn" | "required" | "visibility">
  > & { settings?: object; plainWords?: object };
}

/** The help and the choices in simple words, as the API takes them: an empty text takes it away. */
function plainWordsOf(fields: QuestionFields, retired: readonly string[]) {
  const { options, rows, scale } = named(fields, retired);
  const by = (choices: readonly Choice[]) =>
    Object.fromEntries(choices.filter(isWritten).map(({ value, plain }) => [value, plain.trim()]));
  return { help: fields.plainHelp, options: by(options), rows: by(rows), scale: by(scale) };
}
