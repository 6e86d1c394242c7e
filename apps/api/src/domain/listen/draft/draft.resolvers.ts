import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { eraseDraft, saveDraft } from "./draft.commands.ts";
import { draftByToken } from "./draft.queries.ts";

export const draftResolvers: Resolvers = {
  Query: {
    draft: (_, { token }, { db }) => draftByToken(db, token),
  },
  Mutation: {
    saveDraft: (_, { input }, { run }) => run((tx) => saveDraft(tx, input)),
    eraseDraft: (_, { input }, { run }) => run((tx) => eraseDraft(tx, input)),
  },
  Draft: {
    questionnaire: async ({ questionnaireId }, _, { load }) => (await load(Questionnaires, questionnaireId))!,
    answers: ({ answers }) => Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
  },
};
