import { EntitySchema } from "typeorm";
import type { AnswerVisibility, QuestionType } from "../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../platform/columns.ts";

/** What is asked for an objective. Its state is read from its dates. */
export interface Questionnaire {
  id: string;
  slug: string;
  objectiveId: string;
  number: number;
  title: string;
  intro: string;
  estimatedMinutes: number;
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date | null;
  archivedAt: Date | null;
  pausedReason: string | null;
  /** Answered once for each option of this question. */
  repeatQuestionId: string | null;
}

export const Questionnaires = new EntitySchema<Questionnaire>({
  name: "Questionnaire",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    objectiveId: reference("Objective"),
    number: column.integer,
    title: column.text,
    intro: column.text,
    estimatedMinutes: column.integer,
    opensAt: column.instant,
    closesAt: column.instant,
    publishedAt: column.optionalInstant,
    archivedAt: column.optionalInstant,
    pausedReason: column.optionalText,
    repeatQuestionId: optionalReference("Question"),
  },
});

/** A part of a questionnaire. */
export interface Section {
  id: string;
  questionnaireId: string;
  position: number;
  title: string;
  intro: string | null;
}

export const Sections = new EntitySchema<Section>({
  name: "Section",
  columns: {
    id: column.orderedId,
    questionnaireId: reference("Questionnaire"),
    position: column.integer,
    title: column.text,
    intro: column.optionalText,
  },
});

/** What only some types of questions have; absent where it does not apply. */
export interface QuestionSettings {
  maxLength?: number;
  options?: { value: string; label: string; keyPointId?: string | null }[];
  rows?: { value: string; label: string }[];
  scale?: { value: string; label: string }[];
  noOpinionValue?: string;
  exclusiveValues?: string[];
  minSelect?: number;
  maxSelect?: number;
  allowOther?: boolean;
  min?: number;
  max?: number;
  minLabel?: string;
  maxLabel?: string;
  visibleIf?: unknown;
}

/** One question. */
export interface Question {
  id: string;
  questionnaireId: string;
  sectionId: string;
  position: number;
  /** « 1.3 ». */
  code: string;
  type: QuestionType;
  label: string;
  plain: string | null;
  help: string | null;
  rationale: string;
  usedIn: string | null;
  required: boolean;
  visibility: AnswerVisibility;
  settings: QuestionSettings;
}

export const Questions = new EntitySchema<Question>({
  name: "Question",
  columns: {
    id: column.orderedId,
    questionnaireId: reference("Questionnaire"),
    sectionId: reference("Section"),
    position: column.integer,
    code: column.text,
    type: column.text,
    label: column.text,
    plain: column.optionalText,
    help: column.optionalText,
    rationale: column.text,
    usedIn: column.optionalText,
    required: column.flag,
    visibility: { ...column.text, default: "PUBLIC" },
    settings: column.json,
  },
  indices: [{ name: "question_order", columns: ["questionnaireId", "position"] }],
});
