import { m } from "@cahier/schema/messages";
import type { QuestionType } from "../graphql/operations.generated.ts";
import type { Names } from "../i18n/vocabulary.ts";

/** Names of the question types, in two words. */
export const questionTypes: Names<QuestionType> = {
  SHORT_TEXT: m.questionnaireWriting_type_SHORT_TEXT,
  LONG_TEXT: m.questionnaireWriting_type_LONG_TEXT,
  SINGLE_CHOICE: m.questionnaireWriting_type_SINGLE_CHOICE,
  MULTIPLE_CHOICE: m.questionnaireWriting_type_MULTIPLE_CHOICE,
  RATING: m.questionnaireWriting_type_RATING,
  MATRIX: m.questionnaireWriting_type_MATRIX,
  RANKING: m.questionnaireWriting_type_RANKING,
  NUMBER: m.questionnaireWriting_type_NUMBER,
  DATE: m.questionnaireWriting_type_DATE,
  TERRITORY: m.questionnaireWriting_type_TERRITORY,
  ORGANISATION_TYPE: m.questionnaireWriting_type_ORGANISATION_TYPE,
  TEXT_BLOCK: m.questionnaireWriting_type_TEXT_BLOCK,
};
