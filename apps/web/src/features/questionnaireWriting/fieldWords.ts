import { m } from "@cahier/schema/messages";
import { type Question, type QuestionType } from "./composition.tsx";
import { typeNames, visibilityNames } from "./names.ts";
import type { Choice, QuestionFields } from "./questionFields.ts";
import { conditionSentence } from "../../i18n/conditions.ts";

const labels: Record<keyof QuestionFields, () => string> = {
  type: m.studio_type,
  label: m.studio_label,
  plain: m.studio_plain,
  help: m.studio_help,
  rationale: m.studio_rationale,
  usedIn: m.studio_used_in,
  required: m.studio_required,
  visibility: m.studio_visibility,
  options: m.studio_options,
  rows: m.studio_rows,
  scale: m.studio_columns,
  allowOther: m.studio_allow_other,
  minSelect: m.studio_min_select,
  maxSelect: m.studio_max_select,
  min: m.studio_min,
  max: m.studio_max,
  minLabel: m.studio_min_label,
  maxLabel: m.studio_max_label,
  maxLength: m.studio_max_length,
  visibleIf: m.studio_condition,
};

/** What a field of a question is called. */
export const fieldLabel = (field: keyof QuestionFields | "reason") =>
  field === "reason" ? m.studio_reason() : (labels[field]?.() ?? field);

/** What stands in a field of a question, in words. */
export function fieldWords(field: keyof QuestionFields, value: unknown, before: readonly Question[]): string {
  if (field === "type") return typeNames[value as QuestionType]();
  if (field === "visibility") return visibilityNames[value as Question["visibility"]]();
  if (field === "visibleIf") return conditionSentence(value, before) ?? m.studio_condition_always();
  if (Array.isArray(value)) return (value as Choice[]).map(({ label }) => `• ${label}`).join("\n");
  return plainWords(value);
}

/** A text, a date or a yes, as shown beside another one. */
export function plainWords(value: unknown): string {
  if (typeof value === "boolean") return value ? m.studio_yes() : m.studio_no();
  return typeof value === "string" && value.trim() ? value : m.studio_nothing();
}
