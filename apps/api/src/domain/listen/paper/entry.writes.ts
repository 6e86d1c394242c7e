import type { EntityManager } from "typeorm";
import type { ResponseParts } from "../response/parts.ts";
import type { Response } from "../response/response.entity.ts";
import { insertEntered, insertParts } from "../response/response.writes.ts";
import { SecondEntries } from "./sheet.entity.ts";

/** Writes what was typed in, once for its key; null when it was there. */
export async function insertEntry(
  db: EntityManager,
  row: Partial<Response> & { id: string },
  parts: ResponseParts,
): Promise<Response | null> {
  const { questionnaireId, questionnaireRevision, repeatKey, organisationType, sectors, status } = parts;
  const head = { ...row, questionnaireId, questionnaireRevision, repeatKey, organisationType, sectors, status };
  const stored = await insertEntered(db, head);
  if (stored) await insertParts(db, stored, parts);
  return stored;
}

/** Deletes the second entry of a withdrawn response. */
export const forgetSecondEntry = (db: EntityManager, responseId: string) => db.delete(SecondEntries, { responseId });
