import { m } from "@cahier/schema/messages";
import { type AnswerValue, OTHER, otherKey } from "@cahier/schema/questionnaire/definition";
import { formatDate } from "../../i18n/dates.ts";
import type { DraftAnswers } from "./draft/draft.ts";
import { asCells, asList, asText, type Question, type Region } from "./question.ts";

/** A territory as answered, `kind:code`, in words: « Finistère, Bretagne ». */
export function territoryName(value: AnswerValue | undefined, regions: readonly Region[]) {
  const [kind, code] = typeof value === "string" ? value.split(":") : [];
  const region = regions.find((one) =>
    kind === "REGION" ? one.code === code : one.departments.some((department) => department.code === code),
  );
  const department = kind === "DEPARTMENT" && region?.departments.find((one) => one.code === code);
  return region && { region: region.name, territory: department ? `${department.name}, ${region.name}` : region.name };
}

/** Answer in the words of the question: one line, or one for each choice. Empty without an answer. */
export function wordsOf(question: Question, answers: DraftAnswers, regions: readonly Region[]): string[] {
  const value = answers[question.id];
  if (value === undefined) return [];
  const other = answers[otherKey(question.id)];
  const label = (one: string) => {
    const option = question.options.find((known) => known.value === one)?.label ?? one;
    return one === OTHER && typeof other === "string" && other.trim() ? `${option}${m.ui_colon()}${other}` : option;
  };
  const step = (one: string) => question.scale.find((known) => known.value === one)?.label ?? one;
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return [label(asText(value))];
    case "MULTIPLE_CHOICE":
      return asList(value).map(label);
    case "RANKING":
      return asList(value).map((one, index) => `${index + 1}. ${label(one)}`);
    case "MATRIX":
      return question.rows
        .filter((row) => asCells(value)[row.value])
        .map((row) => `${row.label}${m.ui_colon()}${step(asCells(value)[row.value]!)}`);
    case "RATING":
      return [typeof value === "number" ? m.questionnaire_rated(ratedOf(question, value)) : step(asText(value))];
    case "TERRITORY":
      return [territoryName(value, regions)?.territory ?? asText(value)];
    case "DATE":
      return [formatDate(asText(value))];
    default:
      return [asText(value)];
  }
}

const ratedOf = ({ max, maxLabel, min, minLabel }: Question, value: number) => {
  const word = value === max ? maxLabel : value === min ? minLabel : null;
  return { value, max: max ?? 5, word: word ? ` (${word.toLowerCase()})` : "" };
};
