import type { AnswerBounds } from "@cahier/schema/questionnaire/definition";
import { EntitySchema } from "typeorm";
import type { AnswerVisibility, Language, QuestionType, ResultsShown } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Questions put for an objective. State is read from the dates. */
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
  /** Counts the saves of its own fields, not of its questions. */
  version: number;
  /** Grows at each change of what is asked once it is published: a response says which one it answered. */
  revision: number;
  /** Nobody appears under a name, no time and no address is kept. A promise: never taken back once it is open. */
  anonymous: boolean;
  /** To compose others from; never published. */
  template: boolean;
  /** Written for one week, with one question: apart from what its objective asks. */
  ofTheWeek: boolean;
  /** In which languages it can be answered; French always. */
  languages: Language[];
  translations: Translations<TranslatedHead, PlainHead>;
  composedById: string | null;
  /** Asked for by whoever composed it; a second person publishes. */
  publicationAskedById: string | null;
  publishedById: string | null;
  /** « Publié sans seconde relecture »: by a small team. */
  publishedAlone: boolean;
  resultsShown: ResultsShown;
  /** Promised: no result before this instant. */
  resultsHiddenUntil: Date | null;
}

/** The same words in another language, and in simple ones; what is not there is absent. */
export type Translations<Words, Plain> = { en?: Partial<Words>; plain?: Partial<Plain> };

export interface TranslatedHead {
  title: string;
  intro: string;
  plainIntro: string;
}

export interface PlainHead {
  intro: string;
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
    version: column.version,
    revision: column.version,
    anonymous: column.flag,
    template: column.flag,
    ofTheWeek: column.flag,
    languages: { ...column.textList, default: () => "'{fr}'" },
    translations: column.emptyJson,
    composedById: optionalReference("Person"),
    publicationAskedById: optionalReference("Person"),
    publishedById: optionalReference("Person"),
    publishedAlone: column.flag,
    resultsShown: { ...column.text, default: "HIDDEN" },
    resultsHiddenUntil: column.optionalInstant,
  },
});

/** A part of a questionnaire. */
export interface Section {
  id: string;
  questionnaireId: string;
  position: number;
  title: string;
  intro: string | null;
  version: number;
  translations: Translations<TranslatedHead, PlainHead>;
}

export const Sections = new EntitySchema<Section>({
  name: "Section",
  columns: {
    id: column.orderedId,
    questionnaireId: reference("Questionnaire"),
    position: column.integer,
    title: column.text,
    intro: column.optionalText,
    version: column.version,
    translations: column.emptyJson,
  },
});

/** Settings of some types of questions; absent where they do not apply. */
export interface QuestionSettings extends AnswerBounds {
  /** A retired option is no longer offered; what was answered with it keeps its words. */
  options?: { value: string; label: string; keyPointId?: string | null; retired?: boolean }[];
  rows?: { value: string; label: string }[];
  scale?: { value: string; label: string }[];
  noOpinionValue?: string;
  minLabel?: string;
  maxLabel?: string;
  visibleIf?: unknown;
  /** On the short path, which is asked first. */
  short?: boolean;
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
  translations: Translations<QuestionWords, PlainWords>;
  /** Counts the saves. */
  version: number;
  /** Of its words and choices: grows when it is reworded after answers. An answer keeps the one it was given to. */
  revision: number;
  /** The revision of the questionnaire from which it is asked. */
  askedFrom: number;
  /** The revision of the questionnaire from which it is no longer asked; null while it is. Its answers stay. */
  retiredFrom: number | null;
  retiredReason: string | null;
  /** The question whose place it took, where its type had to change. */
  replacesId: string | null;
  /** True if its results are among those that are shown. */
  resultsShown: boolean;
}

/** Words of a question in one language; choices by their values. */
export interface QuestionWords {
  label: string;
  plain: string;
  help: string;
  rationale: string;
  usedIn: string;
  minLabel: string;
  maxLabel: string;
  options: Record<string, string>;
  rows: Record<string, string>;
  scale: Record<string, string>;
  plainHelp: string;
  plainOptions: Record<string, string>;
  plainRows: Record<string, string>;
  plainScale: Record<string, string>;
}

/** Words of a question in simple ones, beside `plain`, which is what it asks; choices by their values. */
export interface PlainWords {
  help: string;
  options: Record<string, string>;
  rows: Record<string, string>;
  scale: Record<string, string>;
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
    translations: column.emptyJson,
    version: column.version,
    revision: column.version,
    askedFrom: column.version,
    retiredFrom: column.optionalInteger,
    retiredReason: column.optionalText,
    replacesId: optionalReference("Question"),
    resultsShown: column.flag,
  },
  indices: [{ name: "question_order", columns: ["questionnaireId", "position"] }],
});

/** A question as it was asked from one revision of its questionnaire on: what answers given then were given to. */
export interface QuestionRevision {
  questionId: string;
  revision: number;
  /** The revision of the questionnaire that brought it. */
  questionnaireRevision: number;
  label: string;
  plain: string | null;
  help: string | null;
  rationale: string;
  required: boolean;
  settings: QuestionSettings;
  translations: Translations<QuestionWords, PlainWords>;
  /** Why it was reworded; null for the first. */
  reason: string | null;
  madeOn: string;
}

export const QuestionRevisions = new EntitySchema<QuestionRevision>({
  name: "QuestionRevision",
  columns: {
    questionId: link("Question"),
    revision: { ...column.integer, primary: true },
    questionnaireRevision: column.integer,
    label: column.text,
    plain: column.optionalText,
    help: column.optionalText,
    rationale: column.text,
    required: column.flag,
    settings: column.json,
    translations: column.emptyJson,
    reason: column.optionalText,
    madeOn: column.day,
  },
});

/** Outline of a questionnaire before a change: a response sent from an older page is checked against it. */
export interface QuestionnaireRevision {
  questionnaireId: string;
  revision: number;
  outline: { repeatQuestionId: string | null; sections: Section[]; questions: Question[] };
  replacedOn: string;
}

export const QuestionnaireRevisions = new EntitySchema<QuestionnaireRevision>({
  name: "QuestionnaireRevision",
  columns: {
    questionnaireId: link("Questionnaire"),
    revision: { ...column.integer, primary: true },
    outline: column.json,
    replacedOn: column.day,
  },
});

/** The same rows as those who compose see them. */
export type ComposedQuestionnaire = Questionnaire;
export type ComposedSection = Section;
export type ComposedQuestion = Question;
