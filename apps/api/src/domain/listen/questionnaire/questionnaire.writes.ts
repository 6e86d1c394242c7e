import type { EntityManager } from "typeorm";
import { insertAll } from "../../../platform/data/bulk.ts";
import {
  type Question,
  type Questionnaire,
  Questionnaires,
  Questions,
  type Section,
  Sections,
} from "./questionnaire.entity.ts";

/** A questionnaire with its parts and questions, whose ids are made already. */
export interface WholeQuestionnaire {
  head: Partial<Questionnaire> & Pick<Questionnaire, "id" | "title">;
  sections: Partial<Section>[];
  questions: Partial<Question>[];
}

/** Writes a whole questionnaire at once. */
export async function insertWhole(db: EntityManager, { head, sections, questions }: WholeQuestionnaire) {
  await db.insert(Questionnaires, head);
  await insertAll(db, Sections, sections);
  await insertAll(db, Questions, questions);
}
