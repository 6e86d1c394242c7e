import type { Form } from "@cahier/schema/form";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { beginningOf } from "../questionnaire/begin.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";
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
  const { db, viewer, record } = tx;
  authorize(questionnairePolicy.compose(viewer));
  const title = neededLine(input.title, "title", limits["questionnaire.title"]);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const beginning = await beginningOf(tx, input.objective);
  // A retry that overtakes the first waits for the number above, and finds it done.
  const id = input.key.toLowerCase();
  const before = await db.findOneBy(Questionnaires, { id });
  if (before) {
    const same =
      before.objectiveId === beginning.objectiveId && before.title === title && before.composedById === viewer.id;
    if (!same) throw new Refusal("CONFLICT", "key");
    return { slug: before.slug };
  }

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
