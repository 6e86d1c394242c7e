import type { EntityManager } from "typeorm";
import { prepared } from "../../../platform/data/statement.ts";
import { Drafts } from "./draft.entity.ts";

/** Erases the draft that was sent: a response stands in its place. */
export const eraseDraftSent = (db: EntityManager, questionnaireId: string, key: string) =>
  prepared(db, "draft: sent", "delete from draft where questionnaire_id = $1 and key = $2", [questionnaireId, key]);

/** Erases the drafts that change a response. */
export const eraseDraftsOf = (db: EntityManager, responseId: string) => db.delete(Drafts, { responseId });
