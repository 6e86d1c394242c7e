import type { EntityManager } from "typeorm";
import { otherKey } from "@cahier/schema/questionnaire/definition";
import { insertOnce } from "../../platform/linked.ts";
import { ContributionRevisions, Contributions } from "../contribution/contribution.entity.ts";
import type { ResponseParts } from "../response/parts.ts";
import { Answers, type Response, Responses } from "../response/response.entity.ts";
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

/** All that a response says, by question: closed answers, the words of « other », and texts. */
export async function answersTyped(db: EntityManager, responseId: string): Promise<Record<string, unknown>> {
  const [answers, texts] = await Promise.all([
    db.findBy(Answers, { responseId }),
    db.findBy(Contributions, { responseId }),
  ]);
  const said: Record<string, unknown> = {};
  for (const { questionId, value, other } of answers) {
    said[questionId] = value;
    if (other) said[otherKey(questionId)] = other;
  }
  // A short answer of which words were marked is a text too: it is an answer first.
  for (const { questionId, body, status } of texts)
    if (questionId && status !== "WITHDRAWN" && !Object.hasOwn(said, questionId)) said[questionId] = body;
  return said;
}

/** Puts what two entries were settled on in the place of what was typed first; words that changed keep how they were. */
export async function rewriteEntry(
  db: EntityManager,
  response: Response,
  place: Pick<Response, "territoryId" | "regionId">,
  parts: ResponseParts,
  today: string,
) {
  const { id: responseId, status } = response;
  const { repeatKey, organisationType, sectors } = parts;
  const held = parts.status === "HELD" ? { status: parts.status } : {};
  await db.update(
    Responses,
    { id: responseId },
    { repeatKey, organisationType, sectors, ...place, ...(status === "SUBMITTED" && held) },
  );
  await db.delete(Answers, { responseId });
  const texts = await db.findBy(Contributions, { responseId });
  const said = new Map(parts.texts.map((text) => [text.questionId, text]));
  for (const { id, questionId, body, revision, status: stands } of texts) {
    const text = said.get(questionId ?? "");
    said.delete(questionId ?? "");
    const head = { organisationType, sectors, ...place };
    if (text?.body === body) await db.update(Contributions, { id }, head);
    else {
      await db.insert(ContributionRevisions, { contributionId: id, revision, body, replacedOn: today });
      const stood = stands === "HIDDEN" ? stands : text?.status;
      const now = text ? { body: text.body, status: stood } : { body: "", status: "WITHDRAWN" as const };
      await db.update(Contributions, { id }, { ...head, ...now, revision: revision + 1 });
    }
  }
  const stored = await db.findOneByOrFail(Responses, { id: responseId });
  await insertParts(db, stored, { ...parts, texts: [...said.values()] });
  return stored;
}
