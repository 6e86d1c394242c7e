import type { EntityManager } from "typeorm";
import { Drafts } from "./draft.entity.ts";

/** Erases the draft that was sent: a response stands in its place. */
export const eraseDraftSent = (db: EntityManager, questionnaireId: string, key: string) =>
  db.delete(Drafts, { questionnaireId, key });

/** Erases the drafts that change a response. */
export const eraseDraftsOf = (db: EntityManager, responseId: string) => db.delete(Drafts, { responseId });
