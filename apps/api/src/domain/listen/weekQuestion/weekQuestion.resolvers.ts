import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { Questionnaires, Questions } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";
import { askWeekQuestion, withdrawWeekQuestion } from "./weekQuestion.commands.ts";
import type { WeekQuestion } from "./weekQuestion.entity.ts";
import {
  answersRead,
  pastWeekQuestions,
  plannedWeekQuestions,
  weekQuestionChoices,
  weekQuestionOf,
} from "./weekQuestion.queries.ts";

const questionOf = async ({ questionId }: WeekQuestion, { load }: Context) => (await load(Questions, questionId))!;
const questionnaireOf = async (it: WeekQuestion, context: Context) =>
  (await context.load(Questionnaires, (await questionOf(it, context)).questionnaireId))!;

export const weekQuestionResolvers: Resolvers = {
  Mutation: {
    askWeekQuestion: (_, { input }, { run }) => run((tx) => askWeekQuestion(tx, input)),
    withdrawWeekQuestion: (_, { input }, { run }) => run((tx) => withdrawWeekQuestion(tx, input)),
  },
  WorkingGroup: {
    weekQuestion: ({ id }, _, context) => weekQuestionOf(context, id),
    pastWeekQuestions: ({ id }, { after }, context) => pastWeekQuestions(context, id, after),
    plannedWeekQuestions: (group, _, context) => plannedWeekQuestions(context, group),
    weekQuestionChoices: (group, { week }, context) => weekQuestionChoices(context, group, week),
  },
  GroupRights: {
    askWeekQuestion: ({ id }, _, { viewer }) => questionnairePolicy.mayPublish(viewer, id),
  },
  WeekQuestion: {
    question: (it, _, context) => questionOf(it, context),
    questionnaire: (it, _, context) => questionnaireOf(it, context),
    own: async (it, _, context) => (await questionnaireOf(it, context)).ofTheWeek,
    answerCount: ({ questionId }, _, context) => answersRead(context, questionId),
  },
};
