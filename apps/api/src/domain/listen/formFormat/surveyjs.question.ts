import type { FormOption, FormSettings } from "@cahier/schema/form";
import { OTHER, type QuestionType } from "@cahier/schema/questionnaire/definition";
import { type ReadQuestion, type Assembly, type Choice, otherOption, type Spot } from "./assembly.ts";
import { joinedWords } from "./formWords.ts";
import { asChoices, asList, asTexts, type Json, linesIn } from "./surveyjs.json.ts";

interface Read {
  form: Assembly;
  /** Properties not read yet: those that remain are reported. */
  rest: Json;
  asked: Omit<ReadQuestion, "type">;
  unnamed: string;
  /** It has a title of its own: else its name stands for one. */
  titled: boolean;
}

/** Only how it looks, or what a site of SurveyJS does with it. */
const looks =
  /^(?:startWithNewLine|titleLocation|descriptionLocation|errorLocation|indent|(?:min|max)?[wW]idth|size|rows|cols|placeholder|placeHolder|colCount|choicesOrder|autoGrow|allowResize|renderAs|searchEnabled|rateType|rateColorMode|scaleColorMode|displayMode|commentPlaceholder|correctAnswer|state|useDisplayValuesInDynamicTexts)$/;

/** Asks one element of a page. */
export function askElement(form: Assembly, element: Json, within: string[], unnamed: string) {
  const { type, name, title, description, isRequired, visibleIf, visible, html, plain, plainDescription, ...rest } =
    element;
  const kind = typeof type === "string" ? type : "";
  const own = typeof name === "string" && name ? name : kind;
  const spot = { place: own, name: own };
  const condition = visible === false ? "false" : typeof visibleIf === "string" ? visibleIf : "";
  const told = asTexts(html ?? title, unnamed);
  const titled = Object.keys(told).length > 0;
  const label = titled || html !== undefined ? told : { [unnamed]: own };
  const asked = {
    ...spot,
    kind,
    label,
    help: asTexts(description, unnamed),
    // The format has no place for simple words: a survey says them in properties of its own, in each language as a title is.
    plain: asTexts(plain, unnamed),
    plainHelp: asTexts(plainDescription, unnamed),
    required: isRequired === true,
    conditions: [...within, condition],
  };
  const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (!make) return form.leave(spot, kind);
  make({ form, rest, asked, unnamed, titled });
  sayRest(form, rest, spot);
}

/** Reports what was not read. */
function sayRest(form: Assembly, rest: Json, spot: Spot, before = "") {
  for (const [key, value] of linesIn(rest))
    if (looks.test(key)) form.left("LOOKS", undefined, key);
    else form.left(key === "defaultValue" ? "DEFAULT" : "COLUMN", spot, `${before}${key} = ${value}`);
}

/** Takes a setting out of what is not read yet. */
function take(rest: Json, key: string): unknown {
  const value = rest[key];
  delete rest[key];
  return value;
}

function whole(rest: Json, ...keys: string[]): number | undefined {
  for (const key of keys) if (Number.isSafeInteger(rest[key])) return take(rest, key) as number;
  return undefined;
}

const given = (settings: FormSettings) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as FormSettings;

const inputs: Record<string, { type: QuestionType; like?: true }> = {
  text: { type: "SHORT_TEXT" },
  number: { type: "NUMBER" },
  range: { type: "NUMBER" },
  date: { type: "DATE" },
  "datetime-local": { type: "DATE", like: true },
  email: { type: "SHORT_TEXT", like: true },
  tel: { type: "SHORT_TEXT", like: true },
  url: { type: "SHORT_TEXT", like: true },
};

function line({ form, rest, asked }: Read) {
  const wanted = take(rest, "inputType") ?? "text";
  const kind = typeof wanted === "string" ? wanted : "?";
  const known = Object.hasOwn(inputs, kind) ? inputs[kind] : undefined;
  const { type, like } = known ?? { type: "SHORT_TEXT" as const, like: true };
  if (like) form.changed("OTHER_TYPE", asked, kind);
  const bounds =
    type === "NUMBER"
      ? { min: whole(rest, "min"), max: whole(rest, "max"), wholeNumbers: inWholeSteps(rest) || undefined }
      : {};
  form.ask({ ...asked, type, settings: given({ ...bounds, ...length(rest, type) }) });
}

/** Steps of one: a step of five or of a half is left, and told. */
function inWholeSteps(rest: Json) {
  const byOne = rest.step === 1 || rest.step === "1";
  if (byOne) delete rest.step;
  return byOne;
}

const length = (rest: Json, type: QuestionType): FormSettings => {
  const most = type === "LONG_TEXT" ? 4000 : 200;
  const wanted = rest.maxLength;
  if (!type.endsWith("_TEXT") || typeof wanted !== "number" || !(wanted >= 1 && wanted <= most)) return {};
  return { maxLength: whole(rest, "maxLength") };
};

const long = ({ form, rest, asked }: Read) =>
  form.ask({ ...asked, type: "LONG_TEXT", settings: length(rest, "LONG_TEXT") });

/** « Other » and « none », which are settings there and options here. */
function extras({ rest, unnamed, form, asked }: Read, options: FormOption[], codes: Map<string, string>): FormSettings {
  const settings: FormSettings = { options };
  const word = (key: string) => form.maybe(asTexts(take(rest, key), unnamed), asked, 300);
  if (take(rest, "showNoneItem") === true || take(rest, "hasNone") === true) {
    const label = word("noneText") ?? { text: "Aucun", english: "None" };
    options.push({ value: "none", label });
    codes.set("none", "none");
    settings.exclusiveValues = ["none"];
  }
  if (take(rest, "showOtherItem") === true || take(rest, "hasOther") === true) {
    options.push(otherOption(word("otherText")));
    codes.set("other", OTHER);
    settings.allowOther = true;
  }
  return settings;
}

const selection = (type: QuestionType) => (read: Read) => {
  const { form, rest, asked, unnamed } = read;
  const choices = take(rest, "choices");
  for (const { visibleIf } of asList(choices))
    if (typeof visibleIf === "string") form.changed("CHOICES_SHOWN", asked, visibleIf);
  const { options, codes } = form.choices(asChoices(choices, unnamed), asked);
  const settings = extras(read, options, codes);
  if (options.length === 0) return form.leave(asked, asked.kind, "CHOICES_MISSING");
  const exclusiveValues = type === "MULTIPLE_CHOICE" ? settings.exclusiveValues : undefined;
  const bounds =
    type === "SINGLE_CHOICE"
      ? {}
      : { minSelect: whole(rest, "minSelectedChoices"), maxSelect: whole(rest, "maxSelectedChoices") };
  form.ask({ ...asked, type, codes, settings: given({ ...settings, ...bounds, exclusiveValues }) });
};

function rating({ form, rest, asked, unnamed }: Read) {
  const steps = asChoices(take(rest, "rateValues"), unnamed);
  if (steps.length > 0) {
    const { options, codes } = form.choices(steps, asked);
    form.changed("OTHER_TYPE", asked, "rating");
    return form.ask({ ...asked, type: "SINGLE_CHOICE", codes, settings: { options } });
  }
  const min = whole(rest, "rateMin") ?? 1;
  const count = whole(rest, "rateCount");
  const max = whole(rest, "rateMax") ?? (count === undefined ? 5 : min + count - 1);
  const word = (key: string) => form.maybe(asTexts(take(rest, key), unnamed), asked, 300) ?? undefined;
  const [minLabel, maxLabel] = [word("minRateDescription"), word("maxRateDescription")];
  const type = max - min > 10 || max <= min || min < 0 ? "NUMBER" : "RATING";
  if (type === "NUMBER") form.changed("OTHER_TYPE", asked, `rating ${min}–${max}`);
  const wholeNumbers = type === "NUMBER" || undefined;
  return form.ask({ ...asked, type, settings: given({ min, max, wholeNumbers, minLabel, maxLabel }) });
}

function boolean({ form, rest, asked, unnamed }: Read) {
  const word = (key: string, fr: string, en: string) => {
    const texts = asTexts(take(rest, key), unnamed);
    return Object.keys(texts).length > 0 ? texts : { fr, en };
  };
  const list: Choice[] = [
    { code: "true", label: word("labelTrue", "Oui", "Yes") },
    { code: "false", label: word("labelFalse", "Non", "No") },
  ];
  const { options, codes } = form.choices(list, asked);
  form.ask({ ...asked, type: "SINGLE_CHOICE", codes, settings: { options } });
}

function matrix({ form, rest, asked, unnamed }: Read) {
  const rows = form.choices(asChoices(take(rest, "rows"), unnamed), asked).options;
  const scale = form.choices(asChoices(take(rest, "columns"), unnamed), asked).options;
  if (rows.length === 0 || scale.length === 0) return form.leave(asked, asked.kind, "CHOICES_MISSING");
  const question = form.ask({ ...asked, type: "MATRIX", settings: { rows, scale } });
  if (question) form.callRows([`${asked.name}.`], question);
  return undefined;
}

/** Several lines under one title: a question each, which says the title too. */
function lines({ form, rest, asked, unnamed, titled }: Read) {
  const items = asItems(take(rest, "items"));
  if (items.length === 0) return form.leave(asked, asked.kind, "CHOICES_MISSING");
  form.changed("SPLIT", asked, `× ${items.length}`);
  const ownFlags = items.some(({ isRequired }) => isRequired === true);
  const all = asked.required === true && !ownFlags;
  if (all && items.length > 1) form.changed("REQUIRED_EACH", asked);
  for (const { name, title, isRequired, ...more } of items) {
    const own = typeof name === "string" ? name : "";
    const words = asTexts(title ?? own, unnamed);
    const label = titled ? joinedWords(asked.label, words) : words;
    const item = { ...asked, name: `${asked.name}.${own}`, label, required: all || isRequired === true };
    line({ form, rest: more, asked: item, unnamed, titled });
    sayRest(form, more, asked, `${own} : `);
  }
  return undefined;
}

/** The items of a list of lines, some of them a name alone. */
const asItems = (value: unknown): Json[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).map((item) =>
    typeof item === "object" && item !== null ? (item as Json) : { name: item },
  );

const makers: Record<string, (read: Read) => unknown> = {
  text: line,
  comment: long,
  radiogroup: selection("SINGLE_CHOICE"),
  dropdown: selection("SINGLE_CHOICE"),
  buttongroup: selection("SINGLE_CHOICE"),
  checkbox: selection("MULTIPLE_CHOICE"),
  tagbox: selection("MULTIPLE_CHOICE"),
  ranking: selection("RANKING"),
  rating,
  boolean,
  matrix,
  multipletext: lines,
  html: ({ form, asked }) => form.tell({ ...asked, required: false }),
};
