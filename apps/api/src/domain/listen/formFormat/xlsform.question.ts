import type { FormSettings } from "@cahier/schema/form";
import { OTHER, type QuestionType } from "@cahier/schema/questionnaire/definition";
import { type ReadQuestion, type Assembly, type Choice, otherOption } from "./assembly.ts";
import { boundsOf } from "./constraint.ts";
import { type Line, textsOf } from "./xlsform.rows.ts";

/** Context of the rows of a survey: lists of choices, remarks made once. */
export interface Sheets {
  lists: Map<string, Choice[]>;
  /** Appearances that have no counterpart, said once. */
  looks: Set<string>;
}

const select =
  /^(select[ _]one|select1|select[ _]multiple|select all that apply|rank)(?: from)? (\S+)( or[ _](?:specify )?other)?$/;

const chosen: Record<string, QuestionType> = {
  select_one: "SINGLE_CHOICE",
  select1: "SINGLE_CHOICE",
  select_multiple: "MULTIPLE_CHOICE",
  select_all_that_apply: "MULTIPLE_CHOICE",
  rank: "RANKING",
};

const ok = { value: "OK", label: { text: "OK", english: "OK" } };

/** Types with one counterpart; what is not quite the same is said. */
const plain: Record<string, { type: QuestionType; not?: "OTHER_TYPE"; settings?: FormSettings }> = {
  text: { type: "SHORT_TEXT" },
  string: { type: "SHORT_TEXT" },
  "phone number": { type: "SHORT_TEXT", not: "OTHER_TYPE" },
  email: { type: "SHORT_TEXT", not: "OTHER_TYPE" },
  integer: { type: "NUMBER", settings: { wholeNumbers: true } },
  int: { type: "NUMBER", settings: { wholeNumbers: true } },
  decimal: { type: "NUMBER" },
  date: { type: "DATE" },
  datetime: { type: "DATE", not: "OTHER_TYPE" },
  acknowledge: { type: "SINGLE_CHOICE", not: "OTHER_TYPE", settings: { options: [ok] } },
  trigger: { type: "SINGLE_CHOICE", not: "OTHER_TYPE", settings: { options: [ok] } },
};

const metadata =
  /^(?:start|end|today|device_?id|phone_?number|username|email_?address|simserial|subscriberid|audit|start-geopoint|background-audio|instance_?id)$/;

const common = ["type", "name", "relevant", "required", "appearance"];

/** The columns that are read of a row of each kind. */
export const columnsTaken = {
  question: [...common, "constraint", "parameters"],
  table: [...common.filter((column) => column !== "relevant"), "kobo--score-choices"],
};

export const isSelectOne = (type: string) => /^select[ _]one /.test(type) && select.test(type);

/** One row of a survey; with `rows`, the table they make. */
export function askRow(form: Assembly, line: Line, type: string, sheets: Sheets, within: string[], rows?: Line[]) {
  const spot = { place: line.place, name: line.cells.get("name") ?? line.place };
  const asked = {
    ...spot,
    kind: rows ? "table-list" : type,
    label: textsOf(line, "label"),
    help: textsOf(line, "hint"),
    plain: textsOf(line, "plain"),
    plainHelp: textsOf(line, "plain_hint"),
    rationale: textsOf(line, "rationale"),
    required: isYes(
      (rows?.every((row) => isYes(row.cells.get("required"))) ? "yes" : line.cells.get("required")) ?? "",
    ),
    conditions: [...within, line.cells.get("relevant") ?? ""],
  };
  const read = (settings: { type: QuestionType } & Partial<ReadQuestion>) => {
    sayRest(form, line, spot, sheets, settings.type);
    form.ask({ ...asked, ...settings });
  };

  if (rows) return read(tableOf(form, line, rows, sheets));
  if (type === "note") {
    sayRest(form, line, spot, sheets, "TEXT_BLOCK");
    return form.tell(asked);
  }
  const selection = select.exec(type);
  if (selection) {
    const found = selectionOf(form, line, selection, sheets);
    return found ? read(found) : form.leave(spot, type, "CHOICES_MISSING", selection[2]);
  }
  if (type === "range") return read(rangeOf(form, line));
  const known = Object.hasOwn(plain, type) ? plain[type] : undefined;
  if (known) {
    if (known.not) form.changed(known.not, spot, type);
    const long = known.type === "SHORT_TEXT" && looksOf(line).includes("multiline");
    return read({
      type: long ? "LONG_TEXT" : known.type,
      settings: { ...known.settings, ...constraintOf(form, line, known.type) },
    });
  }
  if (metadata.test(type)) return form.leave(spot, type, "METADATA");
  form.leave(spot, type, "TYPE", [type, line.cells.get("calculation")].filter(Boolean).join(" = "));
}

/** The types of rows are read in lower case, the names of lists are not. */
const listNamed = (lists: Sheets["lists"], name: string) =>
  lists.get(name) ?? lists.get([...lists.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? "");

const looksOf = (line: Line) => (line.cells.get("appearance") ?? "").split(/\s+/).filter(Boolean);

const isYes = (value = "") => /^(?:yes|true|true\(\)|1|oui)$/i.test(value.trim());
const isNo = (value = "") => /^(?:no|false|false\(\)|0|non)?$/i.test(value.trim());

function selectionOf(form: Assembly, line: Line, [, word, list, other]: RegExpExecArray, { lists }: Sheets) {
  const choices = listNamed(lists, list!);
  if (!choices?.length) return null;
  const spot = { place: line.place, name: line.cells.get("name") ?? null };
  const type = chosen[word!.replaceAll(" ", "_")]!;
  const { options, codes } = form.choices(choices, spot);
  const settings: FormSettings = { options };
  if (other && type !== "RANKING") {
    if (!options.some(({ value }) => value === OTHER)) options.push(otherOption(null));
    codes.set("other", OTHER);
    settings.allowOther = true;
  } else if (other) form.left("COLUMN", spot, "or_other");
  return { type, codes, settings: { ...settings, ...constraintOf(form, line, type, codes) } };
}

/** The bounds that a constraint comes to; what it says besides is noted. */
function constraintOf(form: Assembly, line: Line, type: QuestionType, codes = new Map<string, string>()): FormSettings {
  const source = line.cells.get("constraint");
  if (!source) return {};
  const whole = /^int/.test((line.cells.get("type") ?? "").trim().toLowerCase());
  const bounds = boundsOf(source, type, whole, codes);
  if (!bounds) form.left("CONSTRAINT", { place: line.place, name: line.cells.get("name") ?? null }, source);
  return bounds ?? {};
}

/** « start=1 end=5 step=1 »: steps that can be seen at once are a rating, else a number. */
function rangeOf(form: Assembly, line: Line): { type: QuestionType; settings: FormSettings } {
  const parameters = line.cells.get("parameters") ?? "";
  const given = (name: string, otherwise: number) =>
    Number(new RegExp(`(?:^|[\\s;,])${name}\\s*=\\s*(-?[\\d.]+)`).exec(parameters)?.[1] ?? otherwise);
  const [min, max, step] = [given("start", 1), given("end", 10), given("step", 1)];
  const spot = { place: line.place, name: line.cells.get("name") ?? null };
  if (![min, max].every(Number.isSafeInteger) || min >= max) {
    form.left("CONSTRAINT", spot, parameters);
    return { type: "NUMBER", settings: {} };
  }
  if (step === 1 && max - min <= 10 && min >= 0) return { type: "RATING", settings: { min, max } };
  form.changed("OTHER_TYPE", spot, `range ${parameters}`);
  return { type: "NUMBER", settings: { min, max, ...(Number.isInteger(step) && { wholeNumbers: true }) } };
}

/** A table: its rows are questions, its columns the choices they share. */
function tableOf(form: Assembly, line: Line, rows: Line[], { lists }: Sheets) {
  const list = line.cells.get("kobo--score-choices") ?? select.exec(typeOf(rows[0]!))?.[2] ?? "";
  const spot = { place: line.place, name: line.cells.get("name") ?? null };
  const scale = form.choices(listNamed(lists, list) ?? [], spot).options;
  if (scale.length === 0) form.left("CHOICES_MISSING", spot, list);
  const named = rows.map((row) => ({
    code: row.cells.get("name") ?? row.place,
    label: textsOf(row, "label"),
    plain: textsOf(row, "plain"),
  }));
  return { type: "MATRIX" as const, settings: { rows: form.choices(named, spot).options, scale } };
}

const typeOf = (line: Line) => (line.cells.get("type") ?? "").trim().toLowerCase().replace(/\s+/g, " ");

/** Reports the cells of a row that have no counterpart here. */
function sayRest(
  form: Assembly,
  line: Line,
  spot: { place: string; name: string },
  { looks }: Sheets,
  type: QuestionType,
) {
  for (const [column, value] of line.cells) {
    if (column === "choice_filter") form.changed("CHOICES_SHOWN", spot, value);
    else if (column === "default") form.left("DEFAULT", spot, value);
    else if (["image", "audio", "video", "big-image"].includes(column)) form.left("MEDIA", spot, value);
    else if (column === "required") {
      if (!isYes(value) && !isNo(value)) form.left("COLUMN", spot, `required = ${value}`);
    } else if (column === "constraint") {
      if (type === "RATING" || type === "MATRIX" || type === "TEXT_BLOCK") form.left("CONSTRAINT", spot, value);
    } else if (column === "parameters") {
      if (type !== "RATING" && typeOf(line) !== "range") form.left("COLUMN", spot, `parameters = ${value}`);
    } else if (column === "kobo--score-choices") continue;
    else if (!common.includes(column)) form.left("COLUMN", spot, `${column} = ${value}`);
  }
  for (const column of ["guidance_hint", "constraint_message", "required_message"]) {
    const texts = line.texts.get(column);
    if (texts) form.left("COLUMN", spot, `${column} = ${Object.values(texts)[0]}`);
  }
  for (const look of looksOf(line))
    if (look !== "multiline" && look !== "table-list" && !looks.has(look)) {
      looks.add(look);
      form.left("LOOKS", spot, look);
    }
}
