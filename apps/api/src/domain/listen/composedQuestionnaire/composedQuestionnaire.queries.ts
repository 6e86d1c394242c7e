import { suggestedMinutes } from "@cahier/schema/questionnaire/minutes";
import { type Flaw, validateDefinition } from "@cahier/schema/questionnaire/validate";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { modelsInEnglish } from "../../ground/group/starters.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { definitionFrom } from "../questionnaire/definition.ts";
import { askedAt, notYet } from "../questionnaire/outline.ts";
import {
  type Question,
  type QuestionRevision,
  QuestionRevisions,
  type Questionnaire,
} from "../questionnaire/questionnaire.entity.ts";
import { textsAsModels } from "../questionnaire/translation.ts";
import { groupAsking, outlineOf, type WithQuestions } from "../questionnaire/questionnaire.queries.ts";

/** All the parts of a questionnaire, each with all its questions: those that are asked, then those that are not any more. */
export async function composedSections(context: Context, it: Questionnaire): Promise<WithQuestions[]> {
  const { sections, questions } = await outlineOf(context, it);
  const bySection = grouped(questions, ({ sectionId }) => sectionId);
  return sections.map((section) => {
    const own = bySection.get(section.id) ?? [];
    return { ...section, questions: own.toSorted((one, other) => retired(one) - retired(other)) };
  });
}

/** Texts of a draft whose English is that of the model it was begun from, or could be. */
export async function modelEnglishOf(context: Context, it: Questionnaire, taken: boolean): Promise<number> {
  if (it.publishedAt) return 0;
  const { themeId } = await groupAsking(context, it);
  const [theme, outline] = await Promise.all([context.load(Themes, themeId), outlineOf(context, it)]);
  return textsAsModels(it, outline, modelsInEnglish(theme!.title), taken);
}

const retired = ({ retiredFrom }: Question) => Number(retiredFrom !== null);

/** Present definition with the questions still being written. */
async function definitionAhead(context: Context, it: Questionnaire) {
  return definitionFrom(it, askedAt(await outlineOf(context, it), notYet));
}

/** Flaws that prevent its publication, or keep a question from being asked. */
export const flawsOf = async (context: Context, it: Questionnaire): Promise<Flaw[]> =>
  validateDefinition(await definitionAhead(context, it));

/** Estimated minutes, by its questions. */
export const minutesOf = async (context: Context, it: Questionnaire) =>
  suggestedMinutes(await definitionAhead(context, it));

/** The name of somebody of the team; null where nobody is known. */
export const nameOf = async ({ load }: Context, id: string | null) => (await load(Persons, id))?.displayName || null;

/** True if it has responses. */
export async function hasResponses({ db, batch }: Context, questionnaireId: string): Promise<boolean> {
  const name = "questionnaire: has responses";
  const loader = batch(name, async (ids) => {
    const text = `select it.id, exists (select from response r where r.questionnaire_id = it.id) as answered
      from questionnaire it where it.id = any($1::uuid[])`;
    return keyed(await prepared<{ id: string; answered: boolean }>(db, name, text, [ids]), ({ id }) => id);
  });
  return (await loader(questionnaireId))?.answered ?? false;
}

interface Count {
  key: string;
  revision: number;
  answers: number;
}

/** Count of answers to a question, by the revision answered; without withdrawn ones. */
async function countsOf({ db, batch }: Context, questionId: string): Promise<Count[]> {
  const name = "questionnaire: answer counts";
  const loader = batch(name, async (ids) =>
    grouped(await prepared<Count>(db, name, countText, [ids]), ({ key }) => key),
  );
  return (await loader(questionId)) ?? [];
}

const countText = `select y.subject_id as key, split_part(y.figure, '.', 2)::int as revision, sum(y.n)::int as answers
  from tally y where y.subject_id = any($1::uuid[]) and y.figure like 'answers.%' group by 1, 2`;

export const answerCountOf = async (context: Context, questionId: string) =>
  (await countsOf(context, questionId)).reduce((sum, { answers }) => sum + answers, 0);

export const answersTo = async (context: Context, { questionId, revision }: QuestionRevision) =>
  (await countsOf(context, questionId)).find((count) => count.revision === revision)?.answers ?? 0;

/** Former wordings of a question, the newest first; none if it never changed. */
export async function earlierWordings(context: Context, { id, revision }: Question): Promise<QuestionRevision[]> {
  const all = await linked(
    context,
    "questionnaire: composed wordings",
    QuestionRevisions,
    "it.question_id as key from question_revision it where it.question_id = any($1::uuid[]) order by it.revision desc",
    id,
  );
  return all.filter((one) => one.revision < revision);
}

/** The code of a question of the same questionnaire. */
export async function codeOf(context: Context, it: Questionnaire, id: string | null): Promise<string | null> {
  if (!id) return null;
  return (await outlineOf(context, it)).questions.find((question) => question.id === id)?.code ?? null;
}
