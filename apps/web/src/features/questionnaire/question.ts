import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import type { Answering_questionnaire } from "../../graphql/operations.generated.ts";

export type Questionnaire = Answering_questionnaire;
export type Section = Questionnaire["sections"][number];
export type Question = Section["questions"][number];

/** A region of today and its departments. */
export interface Region {
  code: string;
  name: string;
  departments: readonly { code: string; name: string }[];
}

/** Props of every control of an answer. */
export interface FieldProps {
  question: Question;
  /** The question as it is read. */
  label: string;
  help: string | undefined;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | undefined) => void;
}

/** Anchor of a question on its page. */
export const anchorOf = (questionId: string) => `q-${questionId.replace(/-other$/, "")}`;

/** A list of values, whatever stands there. */
export const asList = (value: AnswerValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : [];

/** Answer of a matrix, cell by row. */
export const asCells = (value: AnswerValue | undefined): Readonly<Record<string, string>> =>
  typeof value === "object" && !Array.isArray(value) ? (value as Record<string, string>) : {};

/** A text or a number, as it is written; empty for anything else. */
export const asText = (value: AnswerValue | undefined) =>
  typeof value === "string" || typeof value === "number" ? `${value}` : "";
