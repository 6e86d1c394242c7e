import { m } from "@cahier/schema/messages";
import { type Question, type QuestionType } from "../composed.tsx";
import { visibilityNames } from "./question.labels.ts";
import type { Choice, QuestionFields } from "./questionFields.ts";
import { conditionSentence } from "../../../i18n/conditions.ts";
import { questionTypes } from "../../../shared/questionTypes.ts";

/** Labels of the fields of a question. */
export const labels: Record<keyof QuestionFields, () => string> = {
  type: m.questionnaireWriting_type,
  label: m.questionnaireWriting_label,
  plain: m.questionnaireWriting_plain,
  help: m.questionnaireWriting_help,
  plainHelp: m.questionnaireWriting_plain_help_words,
  rationale: m.questionnaireWriting_rationale,
  usedIn: m.questionnaireWriting_used_in,
  required: m.questionnaireWriting_required,
  short: m.questionnaireWriting_short,
  visibility: m.questionnaireWriting_visibility,
  options: m.questionnaireWriting_options,
  rows: m.questionnaireWriting_rows,
  scale: m.questionnaireWriting_columns,
  allowOther: m.questionnaireWriting_allow_other,
  minSelect: m.questionnaireWriting_min_select,
  maxSelect: m.questionnaireWriting_max_select,
  min: m.questionnaireWriting_min,
  max: m.questionnaireWriting_max,
  wholeNumbers: m.questionnaireWriting_whole_numbers,
  minLabel: m.questionnaireWriting_min_label,
  maxLabel: m.questionnaireWriting_max_label,
  maxLength: m.questionnaireWriting_max_length,
  visibleIf: m.questionnaireWriting_condition,
};

/** Label of a field of a question. */
export const fieldLabel = (field: keyof QuestionFields | "reason") =>
  field === "reason" ? m.questionnaireWriting_reason() : (labels[field]?.() ?? field);

/** Value of a field of a question, in words. */
export function fieldWords(field: keyof QuestionFields, value: unknown, before: readonly Question[]): string {
  if (field === "type") return questionTypes[value as QuestionType]();
  if (field === "visibility") return visibilityNames[value as Question["visibility"]]();
  if (field === "visibleIf") return conditionSentence(value, before) ?? m.questionnaireWriting_condition_always();
  if (Array.isArray(value)) return (value as Choice[]).map(({ label }) => `• ${label}`).join("\n");
  return plainWords(value);
}

/** A text, a date or a yes, as shown beside another one. */
export function plainWords(value: unknown): string {
  if (typeof value === "boolean") return value ? m.questionnaireWriting_yes() : m.questionnaireWriting_no();
  return typeof value === "string" && value.trim() ? value : m.questionnaireWriting_nothing();
}
