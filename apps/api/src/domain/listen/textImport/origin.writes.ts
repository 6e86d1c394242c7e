import type { EntityManager } from "typeorm";
import { ImportedTexts } from "./textImport.entity.ts";

/** Forgets what stood beside a text that was taken back: its name stays, so that an import does not bring it again. */
export const forgetOrigin = (db: EntityManager, contributionId: string) =>
  db.update(ImportedTexts, { contributionId }, { title: null, original: null, digest: "" });
