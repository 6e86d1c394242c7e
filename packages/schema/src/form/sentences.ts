import { m } from "@cahier/schema/messages";
import type { FormNoteCode, UnreadableReason } from "./form.ts";

/** Language of a sentence; left out, that of the page. */
interface Language {
  locale?: "fr" | "en";
}

/** Sentence of each reason a form differs here from its file. */
export const noteSentences: Record<FormNoteCode, (input: { value: string }, language?: Language) => string> = {
  ALWAYS_HIDDEN: m.form_note_ALWAYS_HIDDEN,
  ASKED_ONCE: m.form_note_ASKED_ONCE,
  CELLS: m.form_note_CELLS,
  CHOICES_MISSING: m.form_note_CHOICES_MISSING,
  CHOICE_TWICE: m.form_note_CHOICE_TWICE,
  CHOICES_SHOWN: m.form_note_CHOICES_SHOWN,
  CODE_CHANGED: m.form_note_CODE_CHANGED,
  COLUMN: m.form_note_COLUMN,
  CONDITION: m.form_note_CONDITION,
  CONDITION_ELSEWHERE: m.form_note_CONDITION_ELSEWHERE,
  CONSTRAINT: m.form_note_CONSTRAINT,
  DEFAULT: m.form_note_DEFAULT,
  FLATTENED: m.form_note_FLATTENED,
  FORMULA: m.form_note_FORMULA,
  LABEL_MISSING: m.form_note_LABEL_MISSING,
  LANGUAGE: m.form_note_LANGUAGE,
  LANGUAGES: m.form_note_LANGUAGES,
  LOOKS: m.form_note_LOOKS,
  MARKUP: m.form_note_MARKUP,
  MEDIA: m.form_note_MEDIA,
  METADATA: m.form_note_METADATA,
  OTHER_TYPE: m.form_note_OTHER_TYPE,
  REFERENCES: m.form_note_REFERENCES,
  REQUIRED_EACH: m.form_note_REQUIRED_EACH,
  ROWS_AS_TEXT: m.form_note_ROWS_AS_TEXT,
  SETTING: m.form_note_SETTING,
  SHARED_CONDITION: m.form_note_SHARED_CONDITION,
  SOFT: m.form_note_SOFT,
  SPLIT: m.form_note_SPLIT,
  TABLE: m.form_note_TABLE,
  TEXT_CUT: m.form_note_TEXT_CUT,
  TEXT_MOVED: m.form_note_TEXT_MOVED,
  TYPE: m.form_note_TYPE,
  UNREADABLE_CELL: m.form_note_UNREADABLE_CELL,
};

/** Sentence of each reason a file cannot be read: the file expected. */
export const expectations: Record<UnreadableReason, (input?: object, language?: Language) => string> = {
  BROKEN: m.form_unreadable_BROKEN,
  DOCTYPE: m.form_unreadable_DOCTYPE,
  EMPTY: m.form_unreadable_EMPTY,
  ENCODING: m.form_unreadable_ENCODING,
  INFLATED: m.form_unreadable_INFLATED,
  NO_QUESTION: m.form_unreadable_NO_QUESTION,
  NO_SURVEY: m.form_unreadable_NO_SURVEY,
  OLD_EXCEL: m.form_unreadable_OLD_EXCEL,
  TOO_DEEP: m.form_unreadable_TOO_DEEP,
  TOO_MANY: m.form_unreadable_TOO_MANY,
  UNKNOWN: m.form_unreadable_UNKNOWN,
};
