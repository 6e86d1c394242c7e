import type { FormOption, FormSettings } from "@cahier/schema/form";
import { OTHER, type QuestionType } from "@cahier/schema/questionnaire/definition";
import { type Asked, type Assembly, type Choice, otherOption } from "./assembly.ts";
import { attributesTaken, looksOnly } from "./limesurvey.attributes.ts";
import type { LimePart, LimeQuestion } from "./limesurvey.tables.ts";
import type { Texts } from "./words.ts";

/** What is said once of the whole survey. */
export interface Lime {
  /** Attributes that only concern how a question looks. */
  looks: Set<string>;
}

const both = (fr: string, en: string): Texts => ({ fr, en });
const coded = (list: [code: string, fr: string, en: string][]): Choice[] =>
  list.map(([code, fr, en]) => ({ code, label: both(fr, en) }));

const yesNo = coded([
  ["Y", "Oui", "Yes"],
  ["N", "Non", "No"],
]);
const numbers = (to: number) =>
  Array.from({ length: to }, (_, n) => ({ code: `${n + 1}`, label: both(`${n + 1}`, `${n + 1}`) }));

/** Scales that a type brings with it. */
const scales: Record<string, Choice[]> = {
  A: numbers(5),
  B: numbers(10),
  C: coded([
    ["Y", "Oui", "Yes"],
    ["U", "Incertain", "Uncertain"],
    ["N", "Non", "No"],
  ]),
  E: coded([
    ["I", "Augmenter", "Increase"],
    ["S", "Pareil", "Same"],
    ["D", "Diminuer", "Decrease"],
  ]),
  Y: yesNo,
  G: coded([
    ["F", "Femme", "Female"],
    ["M", "Homme", "Male"],
  ]),
};

/** Types that are not quite what they become. */
const unlike = new Set(["5", "A", "B", "C", "E", "H", "G", "O", "P", "1", ":", ";"]);

type Read = { form: Assembly; it: LimeQuestion; asked: Omit<Asked, "type"> };

/** Asks one question of a survey, under the condition of its group too. */
export function askLime(form: Assembly, it: LimeQuestion, shared: string, lime: Lime) {
  const spot = { place: `qid ${it.qid}`, name: it.code };
  const kind = it.type;
  if (attribute(it, "hidden") === "1") return form.leave(spot, kind, "ALWAYS_HIDDEN", "hidden");
  const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (!make) return form.leave(spot, kind);
  const asked = {
    ...spot,
    kind,
    label: it.label,
    help: it.help,
    required: it.mandatory === "Y",
    conditions: [shared, it.relevance === "1" ? "" : it.relevance],
  };
  if (it.mandatory === "S") form.changed("SOFT", spot);
  if (unlike.has(kind)) form.changed("OTHER_TYPE", spot, kind);
  sayRest(form, it, lime);
  make({ form, it, asked });
}

/** One attribute that is the same in all languages. */
export function attribute(it: LimeQuestion, name: string): string {
  const texts = it.attributes.get(name);
  return texts ? (texts[""] ?? Object.values(texts)[0] ?? "").trim() : "";
}

function whole(it: LimeQuestion, name: string): number | undefined {
  const value = attribute(it, name);
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Only what there is. */
const given = (settings: FormSettings) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as FormSettings;

const text =
  (type: QuestionType) =>
  ({ form, it, asked }: Read) => {
    const longest = whole(it, "maximum_chars");
    const most = type === "LONG_TEXT" ? 4000 : 200;
    if (attribute(it, "numbers_only") === "1") return ask(form, it, { ...asked, type: "NUMBER" });
    ask(form, it, { ...asked, type, settings: longest && longest <= most ? { maxLength: longest } : {} });
  };

/** Asks, under the name of the file and under those of the database: « Q1 », « 48864X811X12399 », « Q12399 ». */
function ask(form: Assembly, it: LimeQuestion, asked: Asked) {
  const question = form.ask(asked);
  if (!question) return;
  const target = { question, codes: asked.codes };
  // What is shown of a number is the number; of a choice, its label, by which nothing is known here.
  const shown = asked.codes ? [] : [`${it.code}.shown`];
  for (const name of [...namesOf(it), ...shown]) form.call(name, target);
  for (const [code, option] of asked.codes ?? [])
    for (const name of namesOf(it, code)) form.call(name, { question, option, codes: asked.codes });
}

/** All the names that an expression may call an answer by. */
function namesOf({ sid, gid, qid, code, parts }: LimeQuestion, part?: string) {
  const id = parts[0].find((one) => one.code === part)?.qid;
  const names =
    part === undefined
      ? [code, `${sid}X${gid}X${qid}`, `Q${qid}`]
      : [`${code}_${part}`, `${sid}X${gid}X${qid}${part}`, ...(id ? [`Q${qid}_S${id}`] : [])];
  return names.flatMap((name) => [name, `${name}.NAOK`, `${name}.value`, `${name}.value.NAOK`, `${name}.code`]);
}

/** « other », where the question offers it. */
function withOther(form: Assembly, it: LimeQuestion, options: FormOption[], codes: Map<string, string>): FormSettings {
  if (!it.other) return { options };
  const label = form.maybe(it.attributes.get("other_replace_text"), { place: `qid ${it.qid}`, name: it.code }, 300);
  codes.set("-oth-", OTHER).set("other", OTHER);
  const known = options.filter(({ value }) => value !== OTHER);
  return { options: [...known, otherOption(label)], allowOther: true };
}

const single =
  (list?: Choice[]) =>
  ({ form, it, asked }: Read) => {
    const choices = list ?? it.answers[0];
    if (choices.length === 0 && !it.other) return form.leave(asked, it.type, "CHOICES_MISSING");
    const { options, codes } = form.choices(choices, asked);
    const settings = list ? { options } : withOther(form, it, options, codes);
    ask(form, it, { ...asked, type: "SINGLE_CHOICE", codes, settings });
    if (it.type !== "O") return;
    const label = both("Commentaire", "Comment");
    ask(form, it, { ...asked, type: "LONG_TEXT", name: `${asked.name}_comment`, label, help: {}, required: false });
  };

function multiple({ form, it, asked }: Read) {
  const { options, codes } = form.choices(it.parts[0], asked);
  if (options.length === 0 && !it.other) return form.leave(asked, it.type, "CHOICES_MISSING");
  const settings = withOther(form, it, options, codes);
  const exclusive = attribute(it, "exclude_all_others").split(/[;,]/).filter(Boolean);
  const exclusiveValues = exclusive.flatMap((code) => codes.get(code.trim()) ?? []);
  for (const part of it.parts[0]) sayPart(form, asked, part);
  ask(form, it, {
    ...asked,
    type: "MULTIPLE_CHOICE",
    codes,
    settings: given({
      ...settings,
      minSelect: whole(it, "min_answers"),
      maxSelect: whole(it, "max_answers"),
      exclusiveValues: exclusiveValues.length ? exclusiveValues : undefined,
    }),
  });
}

function ranking({ form, it, asked }: Read) {
  const { options, codes } = form.choices(it.answers[0].length ? it.answers[0] : it.parts[0], asked);
  if (options.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
  if (attribute(it, "min_answers")) form.left("CONSTRAINT", asked, `min_answers = ${attribute(it, "min_answers")}`);
  form.ask({ ...asked, type: "RANKING", codes, settings: given({ options, maxSelect: whole(it, "max_answers") }) });
}

const matrix =
  (scale?: Choice[], which: 0 | 1 = 0) =>
  ({ form, it, asked }: Read) => {
    const columns = scale ?? it.answers[which];
    if (it.parts[0].length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
    for (const part of it.parts[0]) if (which === 0) sayPart(form, asked, part);
    const settings = { rows: form.choices(it.parts[0], asked).options, scale: form.choices(columns, asked).options };
    form.ask({ ...asked, type: "MATRIX", settings });
  };

/** Two scales for the same rows: two tables, each under the heading of its scale. */
function twice(read: Read) {
  const { form, it, asked } = read;
  if (it.answers[1].length === 0) return matrix()(read);
  form.changed("SPLIT", asked, "MATRIX × 2");
  for (const which of [0, 1] as const) {
    const heading = it.attributes.get(`dualscale_header${which ? "B" : "A"}`) ?? {};
    const label = which
      ? labelled(it.label, Object.keys(heading).length ? heading : both("2", "2"))
      : labelled(it.label, heading);
    matrix(undefined, which)({ ...read, asked: { ...asked, label, name: which ? `${asked.name}_2` : asked.name } });
  }
}

/** « The question — the row ». */
const labelled = (label: Texts, part: Texts): Texts =>
  Object.fromEntries(
    [...new Set([...Object.keys(label), ...Object.keys(part)])].map((language) => [
      language,
      [label[language] ?? Object.values(label)[0], part[language] ?? part[""] ?? Object.values(part)[0]]
        .filter(Boolean)
        .join(" — "),
    ]),
  );

/** One question for each row, of a type that has no rows. */
const apart =
  (type: QuestionType) =>
  ({ form, it, asked }: Read) => {
    if (it.parts[0].length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
    form.changed("SPLIT", asked, `${type} × ${it.parts[0].length}`);
    for (const part of it.parts[0]) {
      sayPart(form, asked, part);
      const question = form.ask({
        ...asked,
        name: `${asked.name}_${part.code}`,
        label: labelled(it.label, part.label),
        settings: type === "NUMBER" ? bounds(it) : {},
        type,
      });
      if (question) for (const name of namesOf(it, part.code)) form.call(name, { question });
    }
  };

/** A table of texts or of numbers: a question for each cell while they are few; of boxes to tick, one for each row. */
function cells({ form, it, asked }: Read) {
  const [rows, columns] = it.parts;
  if (rows.length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
  const boxes = attribute(it, "multiflexible_checkbox") === "1";
  const count = boxes ? rows.length : rows.length * columns.length;
  if (count > 30) return form.leave(asked, it.type, "TYPE", `${it.type} ${rows.length} × ${columns.length}`);
  const type = boxes ? "MULTIPLE_CHOICE" : it.type === ":" ? "NUMBER" : "SHORT_TEXT";
  form.changed("SPLIT", asked, `${type} × ${count}`);
  for (const row of rows) {
    const label = labelled(it.label, row.label);
    const name = `${asked.name}_${row.code}`;
    if (boxes) form.ask({ ...asked, type, name, label, settings: { options: form.choices(columns, asked).options } });
    else
      for (const column of columns) {
        const cell = { ...asked, type: type as QuestionType, name: `${name}_${column.code}` };
        form.ask({ ...cell, label: labelled(label, column.label) });
      }
  }
}

function bounds(it: LimeQuestion): FormSettings {
  const [min, max] = [whole(it, "min_num_value_n"), whole(it, "max_num_value_n")];
  return given({ min, max });
}

function number({ form, it, asked }: Read) {
  if (attribute(it, "num_value_int_only") === "1") form.changed("WHOLE_NUMBERS", asked, it.type);
  ask(form, it, { ...asked, type: "NUMBER", settings: bounds(it) });
}

const makers: Record<string, (read: Read) => void> = {
  L: single(),
  "!": single(),
  O: single(),
  Y: single(scales.Y),
  G: single(scales.G),
  M: multiple,
  P: multiple,
  T: text("LONG_TEXT"),
  U: text("LONG_TEXT"),
  S: text("SHORT_TEXT"),
  Q: apart("SHORT_TEXT"),
  K: apart("NUMBER"),
  N: number,
  D: ({ form, it, asked }) => ask(form, it, { ...asked, type: "DATE" }),
  F: matrix(),
  H: matrix(),
  A: matrix(scales.A),
  B: matrix(scales.B),
  C: matrix(scales.C),
  E: matrix(scales.E),
  "1": twice,
  ":": cells,
  ";": cells,
  R: ranking,
  "5": ({ form, it, asked }) => ask(form, it, { ...asked, type: "RATING", settings: { min: 1, max: 5 } }),
  X: ({ form, asked }) => form.tell({ ...asked, required: false }),
};

/** A condition on one row, which rows do not have here. */
function sayPart(form: Assembly, asked: Omit<Asked, "type">, { code, relevance }: LimePart) {
  const condition = relevance.trim();
  if (condition && condition !== "1") form.left("CONDITION", asked, `${code} : ${condition}`);
}

/** What a question was set to, and is not here. */
function sayRest(form: Assembly, it: LimeQuestion, { looks }: Lime) {
  const spot = { place: `qid ${it.qid}`, name: it.code };
  if (it.preg) form.left("CONSTRAINT", spot, it.preg);
  for (const [name, texts] of it.attributes) {
    const value = texts[""] ?? Object.values(texts)[0] ?? "";
    if (attributesTaken(it.type).has(name)) continue;
    if (looksOnly(name)) looks.add(name);
    else if (!["0", "N", "default"].includes(value)) form.left("COLUMN", spot, `${name} = ${value}`);
  }
}
