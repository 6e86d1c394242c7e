import { otherKey } from "@cahier/schema/questionnaire/definition";
import type { EntityManager } from "typeorm";
import { notWithdrawn } from "../../ground/moderation/status.sql.ts";

/** Answer to a question, and the wording it was given to. */
export interface GivenRow {
  value: unknown;
  questionRevision: number;
}

interface Row {
  questionId: string;
  value: unknown;
  other: string | null;
  questionRevision: number;
}

/**
 * All that a response says, by question id or `<id>-other`, long texts included. A short answer of which words were
 * marked is a text too: it is an answer first.
 */
export async function answersGiven(db: EntityManager, responseId: string): Promise<Map<string, GivenRow>> {
  const rows = await db.query<Row[]>(
    `select question_id as "questionId", value, other, question_revision as "questionRevision"
     from answer where response_id = $1
     union all
     select question_id, to_jsonb(body), null, question_revision from contribution c
     where response_id = $1 and question_id is not null and ${notWithdrawn("c")}
       and not exists (select from answer a where a.response_id = $1 and a.question_id = c.question_id)`,
    [responseId],
  );
  return new Map(
    rows.flatMap(({ questionId, value, other, questionRevision }): [string, GivenRow][] => [
      [questionId, { value, questionRevision }],
      ...(other === null ? [] : [[otherKey(questionId), { value: other, questionRevision }] as [string, GivenRow]]),
    ]),
  );
}
