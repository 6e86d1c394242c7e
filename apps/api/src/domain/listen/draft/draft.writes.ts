import type { EntityManager } from "typeorm";
import { Drafts } from "./draft.entity.ts";

/** SQL: erases the drafts that were sent: the rows of `response` stand in their place. */
export const erasesDrafts = (response: string) =>
  `delete from draft d using ${response} r where d.questionnaire_id = r.questionnaire_id and d.key = r.key`;

/** Erases the drafts that change a response. */
export const eraseDraftsOf = (db: EntityManager, responseId: string) => db.delete(Drafts, { responseId });
