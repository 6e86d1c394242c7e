import { m } from "@cahier/schema/messages";
import type { Names } from "../../i18n/vocabulary.ts";
import type { Composition, Question, QuestionType } from "./composition.tsx";

/** How a question is answered, in two words. */
export const typeNames: Names<QuestionType> = {
  SHORT_TEXT: m.studio_type_SHORT_TEXT,
  LONG_TEXT: m.studio_type_LONG_TEXT,
  SINGLE_CHOICE: m.studio_type_SINGLE_CHOICE,
  MULTIPLE_CHOICE: m.studio_type_MULTIPLE_CHOICE,
  RATING: m.studio_type_RATING,
  MATRIX: m.studio_type_MATRIX,
  RANKING: m.studio_type_RANKING,
  NUMBER: m.studio_type_NUMBER,
  DATE: m.studio_type_DATE,
  TERRITORY: m.studio_type_TERRITORY,
  ORGANISATION_TYPE: m.studio_type_ORGANISATION_TYPE,
  TEXT_BLOCK: m.studio_type_TEXT_BLOCK,
};

/** What each type is good for. */
export const typeHints: Names<QuestionType> = {
  SHORT_TEXT: m.studio_hint_SHORT_TEXT,
  LONG_TEXT: m.studio_hint_LONG_TEXT,
  SINGLE_CHOICE: m.studio_hint_SINGLE_CHOICE,
  MULTIPLE_CHOICE: m.studio_hint_MULTIPLE_CHOICE,
  RATING: m.studio_hint_RATING,
  MATRIX: m.studio_hint_MATRIX,
  RANKING: m.studio_hint_RANKING,
  NUMBER: m.studio_hint_NUMBER,
  DATE: m.studio_hint_DATE,
  TERRITORY: m.studio_hint_TERRITORY,
  ORGANISATION_TYPE: m.studio_hint_ORGANISATION_TYPE,
  TEXT_BLOCK: m.studio_hint_TEXT_BLOCK,
};

export const visibilityNames: Names<Question["visibility"]> = {
  PUBLIC: m.studio_visibility_PUBLIC,
  AGGREGATED: m.studio_visibility_AGGREGATED,
  TEAM: m.studio_visibility_TEAM,
};

export const visibilityHints: Names<Question["visibility"]> = {
  PUBLIC: m.studio_visibility_PUBLIC_help,
  AGGREGATED: m.studio_visibility_AGGREGATED_help,
  TEAM: m.studio_visibility_TEAM_help,
};

export const stateNames: Names<Composition["questionnaire"]["state"]> = {
  DRAFT: m.studio_state_DRAFT,
  SCHEDULED: m.studio_state_SCHEDULED,
  OPEN: m.studio_state_OPEN,
  PAUSED: m.studio_state_PAUSED,
  CLOSED: m.studio_state_CLOSED,
  ARCHIVED: m.studio_state_ARCHIVED,
};

/** What the state of a questionnaire looks like. */
export const stateTones = {
  DRAFT: "toCome",
  SCHEDULED: "toCome",
  OPEN: "open",
  PAUSED: "neutral",
  CLOSED: "done",
  ARCHIVED: "neutral",
} as const;
