import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import type { WithWording } from "./outline.ts";
import { type Question, type QuestionRevision, QuestionRevisions } from "./questionnaire.entity.ts";

/** A wording that a question had; null when it is not known. Those that a request asks come in one statement, and are kept. */
export async function wordingOf({ db, cached }: Context, questionId: string, revision: number) {
  const name = "question: wording";
  const loader = cached(name, async (keys) => {
    const tail = "where (it.question_id || ' ' || it.revision) = any($1::text[])";
    const rows = await rowsOf(db, QuestionRevisions, name, tail, [keys]);
    return keyed(rows, (row: QuestionRevision) => `${row.questionId} ${row.revision}`);
  });
  return (await loader(`${questionId} ${revision}`)) ?? null;
}

/** A question as it was asked at one of its revisions: what an answer was given to. */
export async function questionThen(context: Context, question: Question, revision: number): Promise<Question> {
  if (revision >= question.revision) return question;
  const wording = await wordingOf(context, question.id, revision);
  return wording ? { ...question, ...wording, id: question.id } : question;
}

/** The revision of its questionnaire from which a question is asked as it is. */
export async function askedSince(context: Context, question: WithWording): Promise<number> {
  const { id, revision, askedFrom, wordedFrom } = question;
  if (revision === 1) return askedFrom;
  const from = wordedFrom ?? (await wordingOf(context, id, revision))?.questionnaireRevision;
  return Math.max(askedFrom, from ?? 1);
}
