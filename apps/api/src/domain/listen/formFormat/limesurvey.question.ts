import type { FormOption, FormSettings } from "@cahier/schema/form";
import { OTHER, type QuestionType } from "@cahier/schema/questionnaire/definition";
import { type Assembly, type Choice, otherOption } from "./assembly.ts";
import { apart, cells, matrix, twice } from "./limesurvey.array.ts";
import { attributesTaken, looksOnly } from "./limesurvey.attributes.ts";
import { ask, attribute, bounds, both, given, type Read, sayPart, whole } from "./limesurvey.shared.ts";
import type { LimeQuestion } from "./limesurvey.tables.ts";

/** Remarks made once for the whole survey. */
export interface Lime {
  /** Attributes that only concern how a question looks. */
  looks: Set<string>;
}

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
const unlike = new Set(["5", "A", "B", "C", "E", "H", "G", "O", "P", "1"]);

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
    // The format has no place for simple words: a survey says them in attributes of its own, in each language.
    plain: it.attributes.get("plain"),
    plainHelp: it.attributes.get("plain_help"),
    required: it.mandatory === "Y",
    conditions: [shared, it.relevance === "1" ? "" : it.relevance],
  };
  if (it.mandatory === "S") form.changed("SOFT", spot);
  if (unlike.has(kind)) form.changed("OTHER_TYPE", spot, kind);
  sayRest(form, it, lime);
  make({ form, it, asked });
}

const text =
  (type: QuestionType) =>
  ({ form, it, asked }: Read) => {
    const longest = whole(it, "maximum_chars");
    const most = type === "LONG_TEXT" ? 4000 : 200;
    if (attribute(it, "numbers_only") === "1") return ask(form, it, { ...asked, type: "NUMBER" });
    ask(form, it, { ...asked, type, settings: longest && longest <= most ? { maxLength: longest } : {} });
  };

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

function number({ form, it, asked }: Read) {
  const wholeOnly = attribute(it, "num_value_int_only") === "1";
  ask(form, it, { ...asked, type: "NUMBER", settings: { ...bounds(it), ...(wholeOnly && { wholeNumbers: true }) } });
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

/** Reports the attributes of a question that have no counterpart here. */
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
