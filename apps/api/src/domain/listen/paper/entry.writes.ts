import type { EntityManager } from "typeorm";
import { insertOnce } from "../../../platform/data/linked.ts";
import { Contributions } from "../contribution/contribution.entity.ts";
import type { ResponseParts } from "../response/parts.ts";
import { type Response, Responses } from "../response/response.entity.ts";
import { insertParts } from "../response/response.writes.ts";

/** Writes what was typed in, once for its key; null when it was there. */
export async function insertEntry(
  db: EntityManager,
  row: Partial<Response> & { id: string },
  parts: ResponseParts,
): Promise<Response | null> {
  const { questionnaireId, questionnaireRevision, repeatKey, organisationType, sectors, status } = parts;
  const head = { ...row, questionnaireId, questionnaireRevision, repeatKey, organisationType, sectors, status };
  if (!(await insertOnce(db, Responses, head))) return null;
  const stored = await db.findOneByOrFail(Responses, { id: row.id });
  await insertParts(db, stored, parts);
  if (row.meetingId) await db.update(Contributions, { responseId: row.id }, { meetingId: row.meetingId });
  return stored;
}
