import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { authorize } from "../../../platform/refusal.ts";
import {
  answerCountOf,
  answersTo,
  codeOf,
  composedSections,
  earlierWordings,
  flawsOf,
  hasResponses,
  minutesOf,
  modelEnglishOf,
  nameOf,
} from "./composedQuestionnaire.queries.ts";
import { historyOf } from "./history.queries.ts";
import { isAsked, offered } from "../questionnaire/outline.ts";
import { Questionnaires, type Section } from "../questionnaire/questionnaire.entity.ts";
import { groupAsking, sectionsOf, type WithQuestions } from "../questionnaire/questionnaire.queries.ts";
import { composedAll, composedFor, composedOf, mayCompose, objectivesToCompose, sourcesOf } from "./desk.queries.ts";

export const composedQuestionnaireResolvers: Resolvers = {
  Query: {
    questionnaireDesk(_, __, context) {
      authorize(mayCompose(context));
      return {} as never;
    },
    composedQuestionnaire: (_, { slug }, context) => composedOf(context, slug),
  },
  Objective: {
    composed: ({ id }, _, context) => composedFor(context, id),
  },
  QuestionnaireDesk: {
    questionnaires: (_, __, context) => composedAll(context),
    sources: (_, __, context) => sourcesOf(context),
    objectives: (_, __, context) => objectivesToCompose(context),
  },
  ComposedQuestionnaire: {
    questionnaire: (it) => it,
    english: ({ translations }) => headWords(translations),
    modelEnglish: (it, _, context) => modelEnglishOf(context, it, false),
    modelEnglishTaken: (it, _, context) => modelEnglishOf(context, it, true),
    sections: (it, _, context) => composedSections(context, it),
    flaws: (it, _, context) => flawsOf(context, it),
    firstQuestion: async (it, _, context) => {
      const asked = (await sectionsOf(context, it))
        .flatMap(({ questions }) => questions ?? [])
        .filter(({ type }) => type !== "TEXT_BLOCK");
      const own = asked.find(({ type }) => type !== "TERRITORY" && type !== "ORGANISATION_TYPE");
      return (own ?? asked[0])?.label ?? null;
    },
    suggestedMinutes: (it, _, context) => minutesOf(context, it),
    composedBy: ({ composedById }, _, context) => nameOf(context, composedById),
    publicationAskedBy: ({ publicationAskedById }, _, context) => nameOf(context, publicationAskedById),
    publishedBy: ({ publishedById }, _, context) => nameOf(context, publishedById),
    smallTeam: async (it, _, context) => (await groupAsking(context, it)).smallTeam,
    hasResponses: ({ id }, _, context) => hasResponses(context, id),
    history: ({ id }, _, context) => historyOf(context, id),
  },
  ComposedSection: {
    plainIntro: ({ translations: { plain } }) => plain?.intro ?? null,
    english: ({ translations }) => headWords(translations),
    questions: (section: WithQuestions) => section.questions ?? [],
  },
  ComposedQuestion: {
    question: (question) => question,
    english: ({ translations }) => translations.en ?? null,
    plainWords: ({ translations }) => translations.plain ?? null,
    retiredOptions: ({ settings: { options = [] } }) => options.filter(({ retired }) => retired).map(told),
    retired: ({ retiredFrom }) => retiredFrom !== null,
    asked: async (question, _, { load }) =>
      isAsked(question, (await load(Questionnaires, question.questionnaireId))!.revision),
    replaces: async (question, _, context) =>
      codeOf(context, (await context.load(Questionnaires, question.questionnaireId))!, question.replacesId),
    answerCount: ({ id }, _, context) => answerCountOf(context, id),
    revisions: (question, _, context) => earlierWordings(context, question),
  },
  QuestionRevision: {
    options: ({ settings: { options } }) => offered(options).map(told),
    answerCount: (wording, _, context) => answersTo(context, wording),
  },
};

const headWords = ({ en }: Section["translations"]) => ({
  title: en?.title ?? null,
  intro: en?.intro ?? null,
  plainIntro: en?.plainIntro ?? null,
});

/** An option as it is told: with no key point where it comes from none. */
const told = ({ value, label, keyPointId }: { value: string; label: string; keyPointId?: string | null }) => ({
  value,
  label,
  keyPointId: keyPointId ?? null,
  plain: null,
});
