import { m } from "@cahier/schema/messages";
import type { Names } from "../../../i18n/vocabulary.ts";
import type { ComposedQuestionnaire, Question, QuestionType } from "../composed.tsx";

/** Hints on the use of each type. */
export const typeHints: Names<QuestionType> = {
  SHORT_TEXT: m.questionnaireWriting_hint_SHORT_TEXT,
  LONG_TEXT: m.questionnaireWriting_hint_LONG_TEXT,
  SINGLE_CHOICE: m.questionnaireWriting_hint_SINGLE_CHOICE,
  MULTIPLE_CHOICE: m.questionnaireWriting_hint_MULTIPLE_CHOICE,
  RATING: m.questionnaireWriting_hint_RATING,
  MATRIX: m.questionnaireWriting_hint_MATRIX,
  RANKING: m.questionnaireWriting_hint_RANKING,
  NUMBER: m.questionnaireWriting_hint_NUMBER,
  DATE: m.questionnaireWriting_hint_DATE,
  TERRITORY: m.questionnaireWriting_hint_TERRITORY,
  ORGANISATION_TYPE: m.questionnaireWriting_hint_ORGANISATION_TYPE,
  TEXT_BLOCK: m.questionnaireWriting_hint_TEXT_BLOCK,
};

export const visibilityNames: Names<Question["visibility"]> = {
  PUBLIC: m.questionnaireWriting_visibility_PUBLIC,
  AGGREGATED: m.questionnaireWriting_visibility_AGGREGATED,
  TEAM: m.questionnaireWriting_visibility_TEAM,
};

export const visibilityHints: Names<Question["visibility"]> = {
  PUBLIC: m.questionnaireWriting_visibility_PUBLIC_help,
  AGGREGATED: m.questionnaireWriting_visibility_AGGREGATED_help,
  TEAM: m.questionnaireWriting_visibility_TEAM_help,
};

export const stateNames: Names<ComposedQuestionnaire["questionnaire"]["state"]> = {
  DRAFT: m.questionnaireWriting_state_DRAFT,
  SCHEDULED: m.questionnaireWriting_state_SCHEDULED,
  OPEN: m.questionnaireWriting_state_OPEN,
  PAUSED: m.questionnaireWriting_state_PAUSED,
  CLOSED: m.questionnaireWriting_state_CLOSED,
  ARCHIVED: m.questionnaireWriting_state_ARCHIVED,
};

/** Colours of the states of a questionnaire. */
export const stateTones = {
  DRAFT: "toCome",
  SCHEDULED: "toCome",
  OPEN: "open",
  PAUSED: "neutral",
  CLOSED: "done",
  ARCHIVED: "neutral",
} as const;
