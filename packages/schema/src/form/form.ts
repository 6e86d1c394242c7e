import type { AnswerBounds, QuestionType } from "../questionnaire/definition.ts";

/** The tool a form was made with. */
export type FormSource = "XLSFORM" | "LIMESURVEY" | "SURVEYJS";

/** Words as they are kept: in French, or in the language of the file where it has no French; and in English. */
export interface FormWords {
  text: string;
  english: string | null;
}

/** A choice, a row or a column. */
export interface FormOption {
  value: string;
  label: FormWords;
  /** The same in simple words, where the file has them. */
  plain?: FormWords;
}

/** Settings of some types of questions, named as on a question. `visibleIf` names questions by their `name`. */
export interface FormSettings extends AnswerBounds {
  options?: FormOption[];
  rows?: FormOption[];
  scale?: FormOption[];
  minLabel?: FormWords;
  maxLabel?: FormWords;
  visibleIf?: unknown;
}

/** A question of a form, as this site would ask it. */
export interface FormQuestion {
  /** Its name in the file, made unique. */
  name: string;
  /** Its place in the file. */
  place: string;
  /** Its type in the file. */
  kind: string;
  type: QuestionType;
  label: FormWords;
  help: FormWords | null;
  /** Question and help in simple words, if the file has them. */
  plain: FormWords | null;
  plainHelp: FormWords | null;
  /** Why it is asked, where the file says so. */
  rationale: FormWords | null;
  required: boolean;
  settings: FormSettings;
}

/** A part of a form. */
export interface FormSection {
  title: FormWords;
  intro: FormWords | null;
  questions: FormQuestion[];
}

/** Something the file holds, and the question type or section it became: null where this site has none for it. */
export interface FormItem {
  place: string;
  name: string;
  kind: string;
  became: QuestionType | "SECTION" | null;
}

/** Reasons a form differs here from its file. */
const formNotes = [
  "ALWAYS_HIDDEN",
  "ASKED_ONCE",
  "CELLS",
  "CHOICES_MISSING",
  "CHOICE_TWICE",
  "CHOICES_SHOWN",
  "CODE_CHANGED",
  "COLUMN",
  "CONDITION",
  "CONDITION_ELSEWHERE",
  "CONSTRAINT",
  "DEFAULT",
  "FLATTENED",
  "FORMULA",
  "LABEL_MISSING",
  "LANGUAGE",
  "LANGUAGES",
  "LOOKS",
  "MARKUP",
  "MEDIA",
  "METADATA",
  "OTHER_TYPE",
  "REFERENCES",
  "REQUIRED_EACH",
  "ROWS_AS_TEXT",
  "SETTING",
  "SHARED_CONDITION",
  "SOFT",
  "SPLIT",
  "TABLE",
  "TEXT_CUT",
  "TEXT_MOVED",
  "TYPE",
  "UNREADABLE_CELL",
] as const;

export type FormNoteCode = (typeof formNotes)[number];

/** Something that was changed to be taken, or could not be: nothing is dropped without one. */
export interface FormNote {
  outcome: "CHANGED" | "LEFT";
  code: FormNoteCode;
  /** Null when it is the whole file. */
  place: string | null;
  name: string | null;
  /** Value the sentence needs: an expression, a column, a type. */
  value: string;
}

/** A form made elsewhere, as this site reads it. */
export interface Form {
  source: FormSource;
  title: FormWords;
  intro: FormWords | null;
  /** The language of its words where they are not French: « en », « de »… */
  language: string;
  sections: FormSection[];
  items: FormItem[];
  notes: FormNote[];
}

/** Why a file cannot be read: the `value` of a problem UNREADABLE_FILE. */
const unreadableReasons = [
  "BROKEN",
  "DOCTYPE",
  "EMPTY",
  "ENCODING",
  "INFLATED",
  "NO_QUESTION",
  "NO_SURVEY",
  "OLD_EXCEL",
  "TOO_DEEP",
  "TOO_MANY",
  "UNKNOWN",
] as const;

export type UnreadableReason = (typeof unreadableReasons)[number];

/** The largest file taken, in bytes. */
export const largestForm = 5_000_000;
