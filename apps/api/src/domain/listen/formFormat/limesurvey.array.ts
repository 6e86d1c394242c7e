import type { QuestionType } from "@cahier/schema/questionnaire/definition";
import type { Choice } from "./assembly.ts";
import type { Target } from "./condition.ts";
import { attribute, bounds, both, namesOf, type Read, sayPart } from "./limesurvey.shared.ts";
import type { Texts } from "./formWords.ts";

/** One column for each row: of the answers of the question, or of the scale of its type. */
export const matrix =
  (scale?: Choice[], which: 0 | 1 = 0) =>
  ({ form, it, asked }: Read) => {
    const columns = scale ?? it.answers[which];
    if (it.parts[0].length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
    for (const part of it.parts[0]) if (which === 0) sayPart(form, asked, part);
    const settings = { rows: form.choices(it.parts[0], asked).options, scale: form.choices(columns, asked).options };
    form.ask({ ...asked, type: "MATRIX", settings });
  };

/** Two scales for the same rows: two tables, each under the heading of its scale. */
export function twice(read: Read) {
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
        label: labelled(it.label, part.label),
        settings: type === "NUMBER" ? bounds(it) : {},
        type,
      });
      if (question) for (const name of namesOf(it, part.code)) form.call(name, { question });
    }
  };

/** A table of texts or of numbers: a question for each cell while they are few; of boxes to tick, one for each row. */
export function cells({ form, it, asked }: Read) {
  const [rows, columns] = it.parts;
  if (rows.length === 0 || columns.length === 0) return form.leave(asked, it.type, "CHOICES_MISSING");
  const boxes = attribute(it, "multiflexible_checkbox") === "1";
  const count = boxes ? rows.length : rows.length * columns.length;
  if (count > 30) return form.leave(asked, it.type, "TYPE", `${it.type} ${rows.length} × ${columns.length}`);
  const type = boxes ? "MULTIPLE_CHOICE" : it.type === ":" ? "NUMBER" : "SHORT_TEXT";
  form.changed("SPLIT", asked, `${type} × ${count}`);
  const callCell = (cell: string, target: Target) => {
    for (const name of namesOf(it, cell)) form.call(name, target);
  };
  for (const row of rows) {
    const label = labelled(it.label, row.label);
    const name = `${asked.name}_${row.code}`;
    if (boxes) {
      const { options, codes } = form.choices(columns, asked);
      const question = form.ask({ ...asked, type, name, label, codes, settings: { options } });
      for (const [code, option] of question ? codes : [])
        callCell(`${row.code}_${code}`, { question: question!, option });
    } else
      for (const column of columns) {
        const cell = { ...asked, type: type as QuestionType, name: `${name}_${column.code}` };
        const question = form.ask({ ...cell, label: labelled(label, column.label) });
        if (question) callCell(`${row.code}_${column.code}`, { question });
      }
  }
}
