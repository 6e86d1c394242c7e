import type { Form } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import type { Transaction } from "../../../platform/context.ts";
import { begun } from "../questionnaire/begin.ts";
import { insertWhole } from "../questionnaire/questionnaire.writes.ts";
import { rowsOf } from "./form.rows.ts";

/** A form that becomes a questionnaire. */
export interface FormToImport {
  form: Form;
  fileName: string;
  /** The objective it asks for, by its slug. */
  objective: string;
  title: string;
  /** Made by the browser: sent twice, it creates once. */
  key: string;
}

/** Begins a questionnaire with all that a form asks: as a draft, whole or not at all. */
export async function importForm(tx: Transaction, input: FormToImport) {
  const { db, record } = tx;
  const { id, title, beginning, before } = await begun(tx, input);
  if (before) return { slug: before.slug };

  const { form } = input;
  const untitled = {
    text: m.form_part_untitled({}, { locale: "fr" }),
    english: m.form_part_untitled({}, { locale: "en" }),
  };
  const { sections, questions } = rowsOf(form, id, beginning.number, untitled);
  const head = {
    id,
    ...beginning,
    title,
    intro: form.intro?.text ?? "",
    estimatedMinutes: minutesOf(form),
    translations: englishHead(form),
  };
  await insertWhole(db, { head, sections, questions });
  const { source, notes } = form;
  const counts = { questions: questions.length, notes: notes.length };
  await record("questionnaire.created", id, { to: title, from: input.fileName || null, source, ...counts });
  return { slug: beginning.slug };
}

function englishHead({ title, intro }: Form) {
  const en = { ...(title.english && { title: title.english }), ...(intro?.english && { intro: intro.english }) };
  return Object.keys(en).length > 0 ? { en } : {};
}

/** Estimated minutes: 20 s a closed question, 8 s a row, 90 s a long text. */
function minutesOf({ sections }: Form): number {
  const seconds = sections
    .flatMap(({ questions }) => questions)
    .map(({ type, settings }) => {
      if (type === "TEXT_BLOCK") return 0;
      if (type === "LONG_TEXT") return 90;
      return type === "MATRIX" ? 8 * (settings.rows?.length ?? 0) : 20;
    });
  return Math.max(1, Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60));
}
