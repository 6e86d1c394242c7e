import type { EntityManager } from "typeorm";
import { columnsOf } from "../../../platform/data/statement.ts";
import { type Question, Questions, type Section, Sections } from "./questionnaire.entity.ts";

/** The parts of a questionnaire and its questions, in their order: those that are no longer asked too. */
export interface Outline {
  sections: Section[];
  questions: WithWording[];
}

/** A question with the revision of the questionnaire that brought its wording; null where none is kept yet. */
export type WithWording = Question & { wordedFrom?: number | null };

/** Both as columns of a statement in which the questionnaire is called `it`. */
export const outlineColumns = (db: EntityManager) => `
  (select coalesce(json_agg(row_to_json(s)), '[]') from (
     select ${columnsOf(db, Sections, "s")} from section s where s.questionnaire_id = it.id order by s.position) s)
    as sections,
  (select coalesce(json_agg(row_to_json(a)), '[]') from (
     select ${columnsOf(db, Questions, "q")}, (select v.questionnaire_revision from question_revision v
       where v.question_id = q.id and v.revision = q.revision) as "wordedFrom" from question q where q.questionnaire_id = it.id order by q.position) a)
    as questions`;

/** From when a question is asked that is still being written, in a questionnaire that is published: not yet. */
export const notYet = 2_000_000_000;

/** True if a question is asked at a revision of its questionnaire. */
export const isAsked = ({ askedFrom, retiredFrom }: Pick<Question, "askedFrom" | "retiredFrom">, revision: number) =>
  askedFrom <= revision && (retiredFrom === null || retiredFrom > revision);

/** Outline at a revision: a section without questions is left out. */
export function askedAt({ sections, questions }: Outline, revision: number): Outline {
  const asked = questions.filter((question) => isAsked(question, revision));
  const parts = new Set(asked.map(({ sectionId }) => sectionId));
  return { sections: sections.filter(({ id }) => parts.has(id)), questions: asked };
}

/** The options that are offered: a retired one keeps its words for what was answered with it. */
export const offered = <Choice extends { retired?: boolean }>(options: Choice[] | undefined): Choice[] =>
  (options ?? []).filter(({ retired }) => !retired);

/** SQL: a question is asked by its questionnaire as it stands. */
export const askedNow = (question: string, questionnaire: string) =>
  `${question}.asked_from <= ${questionnaire}.revision
    and (${question}.retired_from is null or ${question}.retired_from > ${questionnaire}.revision)`;
