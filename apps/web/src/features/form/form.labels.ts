import type { FormItem, FormQuestion, FormSource } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import type { Names } from "../../i18n/vocabulary.ts";
import { questionTypes } from "../../shared/questionTypes.ts";

/** Types of questions, as those who compose know them. */
export const typeNames: Names<NonNullable<FormItem["became"]>> = {
  ...questionTypes,
  SECTION: m.form_type_SECTION,
};

/** Tools that forms come from. */
export const sourceNames: Names<FormSource> = {
  XLSFORM: m.form_source_XLSFORM,
  LIMESURVEY: m.form_source_LIMESURVEY,
  SURVEYJS: m.form_source_SURVEYJS,
};

/** Counts questions; text blocks are none. */
export const countOf = (questions: readonly FormQuestion[]) =>
  questions.filter(({ type }) => type !== "TEXT_BLOCK").length;

/** Types of LimeSurvey, which its files call by a sign. */
const limeNames: Names<string> = {
  L: m.form_lime_L,
  "!": m.form_lime_dropdown,
  O: m.form_lime_O,
  Y: m.form_lime_Y,
  G: m.form_lime_G,
  M: m.form_lime_M,
  P: m.form_lime_P,
  T: m.form_lime_T,
  U: m.form_lime_U,
  S: m.form_lime_S,
  Q: m.form_lime_Q,
  K: m.form_lime_K,
  N: m.form_lime_N,
  D: m.form_lime_D,
  F: m.form_lime_F,
  H: m.form_lime_H,
  A: m.form_lime_A,
  B: m.form_lime_B,
  C: m.form_lime_C,
  E: m.form_lime_E,
  "1": m.form_lime_dual,
  ":": m.form_lime_numbers,
  ";": m.form_lime_texts,
  R: m.form_lime_R,
  "5": m.form_lime_five,
  X: m.form_lime_X,
  I: m.form_lime_I,
  "*": m.form_lime_equation,
  "|": m.form_lime_upload,
  group: m.form_lime_group,
};

/** A type as its tool calls it. */
export const kindName = (source: FormSource, kind: string) =>
  (source === "LIMESURVEY" && Object.hasOwn(limeNames, kind) && limeNames[kind]?.()) || kind || "—";
