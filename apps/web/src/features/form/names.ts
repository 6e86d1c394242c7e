import type { FormItem, FormQuestion, FormSource } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import type { Names } from "../../i18n/vocabulary.ts";

/** Types of questions, as whoever composes reads them. */
export const typeNames: Names<NonNullable<FormItem["became"]>> = {
  SHORT_TEXT: m.form_type_SHORT_TEXT,
  LONG_TEXT: m.form_type_LONG_TEXT,
  SINGLE_CHOICE: m.form_type_SINGLE_CHOICE,
  MULTIPLE_CHOICE: m.form_type_MULTIPLE_CHOICE,
  RATING: m.form_type_RATING,
  MATRIX: m.form_type_MATRIX,
  RANKING: m.form_type_RANKING,
  NUMBER: m.form_type_NUMBER,
  DATE: m.form_type_DATE,
  TERRITORY: m.form_type_TERRITORY,
  ORGANISATION_TYPE: m.form_type_ORGANISATION_TYPE,
  TEXT_BLOCK: m.form_type_TEXT_BLOCK,
  SECTION: m.form_type_SECTION,
};

/** Tools that forms come from. */
export const sourceNames: Names<FormSource> = {
  XLSFORM: m.form_source_XLSFORM,
  LIMESURVEY: m.form_source_LIMESURVEY,
  SURVEYJS: m.form_source_SURVEYJS,
};

/** How many questions are asked: texts to read are none. */
export const countOf = (questions: readonly FormQuestion[]) =>
  questions.filter(({ type }) => type !== "TEXT_BLOCK").length;
