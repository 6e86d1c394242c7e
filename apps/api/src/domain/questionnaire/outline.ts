import type { EntityManager } from "typeorm";
import { columnsOf } from "../../platform/statement.ts";
import { type Question, Questions, type Section, Sections } from "./questionnaire.entity.ts";

/** The parts of a questionnaire and what they ask, in their order. */
export interface Outline {
  sections: Section[];
  questions: Question[];
}

/** Both as columns of a statement in which the questionnaire is called `it`. */
export const outlineColumns = (db: EntityManager) => `
  (select coalesce(json_agg(row_to_json(s)), '[]') from (
     select ${columnsOf(db, Sections, "s")} from section s where s.questionnaire_id = it.id order by s.position) s)
    as sections,
  (select coalesce(json_agg(row_to_json(a)), '[]') from (
     select ${columnsOf(db, Questions, "q")} from question q where q.questionnaire_id = it.id order by q.position) a)
    as questions`;
