import { OTHER, type Question as AskedQuestion, ratingBounds } from "@cahier/schema/questionnaire/definition";
import { conditionFlaw } from "@cahier/schema/questionnaire/validate";
import { limits } from "@cahier/schema/limits";
import { withoutAccents } from "@cahier/schema/text/plain";
import type { QuestionType } from "../../../graphql/resolvers.generated.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, neededLine } from "../../../platform/text/text.ts";
import { offered } from "./outline.ts";
import type { QuestionSettings } from "./questionnaire.entity.ts";

type Key = keyof QuestionSettings;
type Choice = NonNullable<QuestionSettings["options"]>[number];
type Lists = "options" | "rows" | "scale";

const every: Key[] = ["visibleIf", "short"];
const choices: Key[] = ["options", "noOpinionValue", ...every];

/** Settings of each type of question. */
const keysOf: Record<QuestionType, Key[]> = {
  SHORT_TEXT: ["maxLength", ...every],
  LONG_TEXT: ["maxLength", ...every],
  SINGLE_CHOICE: [...choices, "allowOther"],
  ORGANISATION_TYPE: [...choices, "allowOther"],
  MULTIPLE_CHOICE: [...choices, "allowOther", "exclusiveValues", "minSelect", "maxSelect"],
  RANKING: [...choices, "exclusiveValues", "minSelect", "maxSelect"],
  RATING: ["scale", "noOpinionValue", "min", "max", "minLabel", "maxLabel", ...every],
  MATRIX: ["rows", "scale", "noOpinionValue", ...every],
  NUMBER: ["min", "max", "wholeNumbers", "minLabel", "maxLabel", ...every],
  DATE: [...every],
  TERRITORY: [...every],
  TEXT_BLOCK: ["visibleIf"],
};

/** Context in which the settings of a question are read. */
export interface Around {
  before: QuestionSettings;
  /** It was asked: an option that is left out is retired, and keeps its words. */
  asked: boolean;
  /** All values it ever had, in its lists: none comes back for something else. */
  used: ReadonlySet<string>;
  /** The questions asked before it, by their ids: those a condition can look at. */
  earlier: ReadonlyMap<string, Pick<AskedQuestion, "options">>;
}

/** Every step of a rating is drawn. */
const most = { choices: 200, condition: 5000, steps: 101 };

/** The settings that a question of this type keeps of others. */
export function fitting(type: QuestionType, settings: QuestionSettings): QuestionSettings {
  const kept = keysOf[type].filter((key) => settings[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, settings[key]]));
}

/** The settings of a question, as they were sent, whole: what is absent is taken away. Refused by field. */
export function readSettings(raw: unknown, type: QuestionType, around: Around): QuestionSettings {
  const given = asObject(raw, "settings");
  const settings: QuestionSettings = {};
  for (const key of keysOf[type]) {
    const value = readers[key](Object.hasOwn(given, key) ? (given[key] ?? null) : null, key, around);
    if (value !== undefined) Object.assign(settings, { [key]: value });
  }
  return coherent(type, settings);
}

function asObject(raw: unknown, field: string): Record<string, unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Refusal("WRONG_KIND", field);
  return raw as Record<string, unknown>;
}

type Reader = (raw: unknown, key: Key, around: Around) => unknown;

const whole =
  (low: number, high: number): Reader =>
  (raw, key) => {
    if (raw === null || raw === "") return undefined;
    if (typeof raw !== "number") throw new Refusal("WRONG_KIND", key);
    if (!Number.isInteger(raw) || raw < low || raw > high) throw new Refusal("OUT_OF_RANGE", key, `${low}–${high}`);
    return raw;
  };

const label: Reader = (raw, key) => {
  if (raw !== null && typeof raw !== "string") throw new Refusal("WRONG_KIND", key);
  return givenText(raw, key, limits["option.label"]) ?? undefined;
};

const value: Reader = (raw, key) => {
  if (raw === null || raw === "") return undefined;
  if (typeof raw !== "string" || !isUsable(raw)) throw new Refusal("WRONG_KIND", key);
  return raw;
};

const flag: Reader = (raw, key) => {
  if (raw !== null && typeof raw !== "boolean") throw new Refusal("WRONG_KIND", key);
  return raw || undefined;
};

const readers: Record<Key, Reader> = {
  maxLength: whole(1, limits["contribution.body"]),
  options: (raw, _, around) => readList(raw, "options", around),
  rows: (raw, _, around) => readList(raw, "rows", around),
  scale: (raw, _, around) => readList(raw, "scale", around),
  noOpinionValue: value,
  exclusiveValues(raw, key) {
    if (raw === null) return undefined;
    if (!Array.isArray(raw) || raw.some((one) => typeof one !== "string")) throw new Refusal("WRONG_KIND", key);
    return raw.length > 0 ? [...new Set(raw)] : undefined;
  },
  minSelect: whole(1, most.choices),
  maxSelect: whole(1, most.choices),
  allowOther: flag,
  min: whole(-1_000_000_000, 1_000_000_000),
  max: whole(-1_000_000_000, 1_000_000_000),
  wholeNumbers: flag,
  short: flag,
  minLabel: label,
  maxLabel: label,
  visibleIf(raw, key, { earlier }) {
    if (raw === null) return undefined;
    if (JSON.stringify(raw).length > most.condition) throw new Refusal("TOO_LARGE", key);
    const flaw = conditionFlaw(raw, earlier);
    if (flaw === "CONDITION_LOOKS_AHEAD") throw new Refusal("LOOKS_AHEAD", key);
    if (flaw) throw new Refusal(flaw === "CONDITION_NEVER_HOLDS" ? "UNKNOWN_CHOICE" : "WRONG_KIND", key);
    return raw;
  },
};

/** Options, rows or steps: each keeps its value for good, and whatever it was linked to. */
function readList(raw: unknown, key: Lists, { before, asked, used }: Around): Choice[] | undefined {
  if (!Array.isArray(raw ?? [])) throw new Refusal("WRONG_KIND", key);
  const sent = (raw ?? []) as unknown[];
  if (sent.length > most.choices) throw new Refusal("TOO_MANY_CHOICES", key, String(most.choices));
  const known = new Map<string, Choice>((before[key] ?? []).map((choice) => [choice.value, choice]));
  const taken = new Set<string>();
  const list = sent.map((one) => {
    const { value: wanted, label: said } = asObject(one, key);
    if (typeof said !== "string") throw new Refusal(said == null ? "REQUIRED" : "WRONG_KIND", key);
    const words = neededLine(said, key, limits["option.label"]);
    const kept = typeof wanted === "string" ? known.get(wanted) : undefined;
    // A retired option comes back as it was; under other words it is another one.
    const same = kept !== undefined && !taken.has(kept.value) && (!kept.retired || kept.label === words);
    const own = same ? kept.value : freeValue(wanted, words, (it) => taken.has(it) || used.has(it) || known.has(it));
    taken.add(own);
    const linked = same && kept.keyPointId ? { keyPointId: kept.keyPointId } : {};
    return { value: own, label: words, ...linked };
  });
  const left = key === "options" && asked ? [...known.values()].filter((choice) => !taken.has(choice.value)) : [];
  const all = [...list, ...left.map((choice) => ({ ...choice, retired: true }))];
  return all.length > 0 ? all : undefined;
}

const unusable = new Set(["CONSTRUCTOR", "PROTOTYPE", "constructor", "prototype", "toString", "valueOf"]);
const isUsable = (text: string) =>
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(text) && !unusable.has(text) && !text.endsWith("-other");

/** A value made of what was sent, else of the words: as columns of exports can be read by. */
function freeValue(wanted: unknown, words: string, isTaken: (value: string) => boolean): string {
  if (typeof wanted === "string" && isUsable(wanted) && !isTaken(wanted)) return wanted;
  const plain = withoutAccents(words)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .slice(0, 24)
    .replace(/^_|_$/g, "");
  const base = isUsable(plain) && plain !== OTHER ? plain : "OPTION";
  for (let count = 1; ; count++) {
    const own = count === 1 ? base : `${base}_${count}`;
    if (!isTaken(own)) return own;
  }
}

/** Bounds in their order, values among the options that are offered, and an option for « other » where it is allowed. */
function coherent(type: QuestionType, settings: QuestionSettings): QuestionSettings {
  const { min, max, minSelect, maxSelect, allowOther, exclusiveValues, noOpinionValue } = settings;
  if (min !== undefined && max !== undefined && min > max) throw new Refusal("OUT_OF_RANGE", "max", `≥ ${min}`);
  const rating = ratingBounds({
    min: min ?? null,
    max: max ?? null,
    scale: settings.scale ?? [],
    noOpinionValue: noOpinionValue ?? null,
  });
  if (type === "RATING" && rating.max - rating.min >= most.steps)
    throw new Refusal("OUT_OF_RANGE", "max", `≤ ${rating.min + most.steps - 1}`);
  if (minSelect !== undefined && maxSelect !== undefined && minSelect > maxSelect)
    throw new Refusal("OUT_OF_RANGE", "maxSelect", `≥ ${minSelect}`);
  const kept = { ...settings };
  const other = settings.options?.find((option) => option.value === OTHER);
  if (allowOther && other?.retired) kept.options = settings.options!.map((one) => (one === other ? revived(one) : one));
  if (allowOther && !other) kept.options = [...(settings.options ?? []), { value: OTHER, label: "Autre" }];
  if (!kept.options) return kept;
  const values = new Set(offered(kept.options).map((option) => option.value));
  if (minSelect !== undefined && values.size > 0 && minSelect > values.size)
    throw new Refusal("OUT_OF_RANGE", "minSelect", `≤ ${values.size}`);
  const exclusive = exclusiveValues?.filter((one) => values.has(one)) ?? [];
  if (exclusive.length > 0) kept.exclusiveValues = exclusive;
  else delete kept.exclusiveValues;
  if (noOpinionValue !== undefined && !values.has(noOpinionValue)) delete kept.noOpinionValue;
  return kept;
}

const revived = (option: Choice): Choice => ({ ...option, retired: undefined });
