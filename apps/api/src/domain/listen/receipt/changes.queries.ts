import type { AnswerChangeKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { isAsked, notYet } from "../questionnaire/outline.ts";
import { type Question, Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { outlineOf } from "../questionnaire/questionnaire.queries.ts";
import { questionThen, wordingOf } from "../questionnaire/wording.queries.ts";
import type { Answer, Response } from "../response/response.entity.ts";
import { answersOf, ownContributions } from "./receipt.queries.ts";
import { inWords } from "./receipt.words.ts";

/** Change to a question since a response answered its questionnaire. */
export interface AnswerChange {
  kind: AnswerChangeKind;
  question: Question;
  former: string | null;
  reason: string | null;
  words: string[];
}

/** Changes to questions since a response was given, in their order; without those that its author left as they are. */
export async function changesSince(context: Context, response: Response): Promise<AnswerChange[]> {
  if (response.status === "WITHDRAWN") return [];
  const questionnaire = (await context.load(Questionnaires, response.questionnaireId))!;
  const [{ questions }, answers, texts] = await Promise.all([
    outlineOf(context, questionnaire),
    answersOf(context, response.id),
    ownContributions(context, response),
  ]);
  const given = new Map<string, Pick<Answer, "questionRevision"> & { answer?: Answer }>();
  for (const { questionId, questionRevision, status } of texts)
    if (questionId && status !== "WITHDRAWN") given.set(questionId, { questionRevision });
  for (const answer of answers) given.set(answer.questionId, { questionRevision: answer.questionRevision, answer });

  const found = questions.map(async (question): Promise<AnswerChange | null> => {
    const { id, type, askedFrom, retiredFrom, retiredReason, revision } = question;
    const answered = given.get(id);
    const left = response.keptRevisions[id] ?? 0;
    if (askedFrom >= notYet || type === "TEXT_BLOCK") return null;
    if (answered) {
      const { questionRevision, answer } = answered;
      const retired = retiredFrom !== null && retiredFrom <= questionnaire.revision;
      if (!retired && (revision <= questionRevision || left >= revision)) return null;
      const then = await questionThen(context, question, questionRevision);
      const words = answer ? inWords(then, answer) : [];
      if (retired) return { kind: "RETIRED", question, former: then.label, reason: retiredReason, words };
      const { reason = null } = (await wordingOf(context, id, revision)) ?? {};
      return { kind: "REWORDED", question, former: then.label, reason, words };
    }
    const added = isAsked(question, questionnaire.revision) && askedFrom > response.questionnaireRevision;
    return added && left < revision ? { kind: "ADDED", question, former: null, reason: null, words: [] } : null;
  });
  return (await Promise.all(found)).filter((change) => change !== null);
}
