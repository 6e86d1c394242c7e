import { m } from "@cahier/schema/messages";
import type { QuestionType } from "@cahier/schema/questionnaire/definition";
import type { Assembly, Choice, ReadQuestion } from "./assembly.ts";
import { cleaned, joinedWords, longestWords, onOneLine } from "./formWords.ts";
import { ask, attribute, bounds, both, namesOf, type Read, rowsNamed, sayPart, whole } from "./limesurvey.shared.ts";
import type { LimeQuestion } from "./limesurvey.tables.ts";
import { most } from "./limits.ts";

/** One column for each row: of the answers of the question, or of the scale of its type. */
export const matrix =
  (scale?: Choice[], which: 0 | 1 = 0) =>
  ({ form, it, asked }: Read) => {
    const columns = scale ?? it.answers[which];
    if (it.parts[0].length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
    for (const part of it.parts[0]) if (which === 0) sayPart(form, asked, part);
    const settings = { rows: form.choices(it.parts[0], asked).options, scale: form.choices(columns, asked).options };
    askTable(form, it, { ...asked, type: "MATRIX", settings });
  };

/** Asks a table; its rows have names that a condition may call. */
function askTable(form: Assembly, it: LimeQuestion, asked: ReadQuestion) {
  const question = form.ask(asked);
  if (question) form.callRows(rowsNamed(it), question);
}

/** Two scales for the same rows: two tables, each under the heading of its scale. */
export function twice(read: Read) {
  const { form, it, asked } = read;
  if (it.answers[1].length === 0) return matrix()(read);
  form.changed("SPLIT", asked, "MATRIX × 2");
  for (const which of [0, 1] as const) {
    const heading = it.attributes.get(`dualscale_header${which ? "B" : "A"}`) ?? {};
    const label = which
      ? joinedWords(it.label, Object.keys(heading).length ? heading : both("2", "2"))
      : joinedWords(it.label, heading);
    matrix(undefined, which)({ ...read, asked: { ...asked, label, name: which ? `${asked.name}_2` : asked.name } });
  }
}

/** One question for each row, of a type that has no rows. */
export const apart =
  (type: QuestionType) =>
  ({ form, it, asked }: Read) => {
    if (it.parts[0].length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
    form.changed("SPLIT", asked, `${type} × ${it.parts[0].length}`);
    for (const part of it.parts[0]) {
      sayPart(form, asked, part);
      const question = form.ask({
        ...asked,
        name: `${asked.name}_${part.code}`,
        label: joinedWords(it.label, part.label),
        settings: type === "NUMBER" ? bounds(it) : {},
        type,
      });
      if (question) for (const name of namesOf(it, part.code)) form.call(name, { question });
    }
  };

/** Most steps that a row of numbers is chosen among. */
const mostSteps = 20;

/** A table whose every cell is answered: of boxes, of numbers to choose, or of what is written. One question, always. */
export function cells(read: Read) {
  const { form, it, asked } = read;
  const [rows, columns] = it.parts;
  if (rows.length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
  for (const part of [...rows, ...columns]) sayPart(form, asked, part);
  const boxes = it.type === ":" && attribute(it, "multiflexible_checkbox") === "1";
  const steps = it.type === ":" && !boxes ? stepsOf(it) : [];
  if ((!boxes && steps.length === 0) || rows.length * columns.length > most.options) return written(read);
  const pairs = rows.flatMap((row) =>
    columns.map((column) => ({
      code: `${row.code}_${column.code}`,
      label: joinedWords(row.label, column.label),
    })),
  );
  form.changed("CELLS", asked, sizeOf(it));
  const { options, codes } = form.choices(pairs, asked);
  if (boxes) return ask(form, it, { ...asked, type: "MULTIPLE_CHOICE", codes, settings: { options } });
  const scale = form.choices(steps, asked).options;
  askTable(form, it, { ...asked, type: "MATRIX", settings: { rows: options, scale } });
}

const sizeOf = ({ type, parts: [rows, columns] }: LimeQuestion) => `${type} ${rows.length} × ${columns.length}`;

/** The numbers that a cell offers; none where any may be typed, or too many to be seen at once. */
function stepsOf(it: LimeQuestion): Choice[] {
  if (attribute(it, "input_boxes") === "1") return [];
  const [least, greatest] = [whole(it, "multiflexible_min") ?? 1, whole(it, "multiflexible_max") ?? 10];
  const step = whole(it, "multiflexible_step") ?? 1;
  const count = step > 0 ? Math.floor((greatest - least) / step) + 1 : 0;
  if (count < 2 || count > mostSteps) return [];
  return Array.from({ length: count }, (_, n) => `${least + n * step}`).map((code) => ({ code, label: { "": code } }));
}

/** No table is written in cell by cell here: one text, and the help names its rows and columns. */
function written({ form, it, asked }: Read) {
  form.changed("ROWS_AS_TEXT", asked, sizeOf(it));
  for (const name of ["multiflexible_min", "multiflexible_max"])
    if (attribute(it, name)) form.left("CONSTRAINT", asked, `${name} = ${attribute(it, name)}`);
  const [rows, columns] = it.parts;
  const named = (list: readonly Choice[], language: string) =>
    list
      .map(({ label, code }) => onOneLine(cleaned(label[language] ?? Object.values(label)[0] ?? code).text))
      .join(" · ");
  const languages = new Set([form.main, "en", ...Object.keys(it.label)]);
  const names = Object.fromEntries(
    [...languages].map((language) => {
      const locale = language === "fr" ? "fr" : "en";
      const [first, second] = [named(rows, language), named(columns, language)];
      return [
        language,
        `${m.form_table_rows({ names: first }, { locale })}\n${m.form_table_columns({ names: second }, { locale })}`,
      ];
    }),
  );
  const told = joinedWords(asked.help ?? {}, names, "\n");
  const fits = Object.values(told).every((text) => text.length <= longestWords.help);
  if (!fits) form.tell({ ...asked, name: `${asked.name}_rows`, label: names, help: {}, required: false });
  askTable(form, it, { ...asked, type: "LONG_TEXT", ...(fits && { help: told }) });
}
