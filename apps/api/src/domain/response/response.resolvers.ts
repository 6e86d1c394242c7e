import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { figuresOf } from "../questionnaire/questionnaire.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { receiptCode, sheetCode } from "./receipt.ts";
import { reviewCitation, submitResponse } from "./response.commands.ts";
import {
  citationReviewsOf,
  closedAnswers,
  ownContributions,
  progressOf,
  rankInRegion,
  readBefore,
  responseOfCode,
} from "./response.queries.ts";

export const responseResolvers: Resolvers = {
  Query: {
    receipt: (_, { code }, context) => responseOfCode(context, code),
  },
  Mutation: {
    submitResponse: (_, { input }, { run }) => run((tx) => submitResponse(tx, input)),
    reviewCitation: (_, { input }, { run }) => run((tx) => reviewCitation(tx, input)),
  },
  Receipt: {
    code: ({ id, sheetId }) => (sheetId ? sheetCode(sheetId) : receiptCode(id)),
    questionnaire: async ({ questionnaireId }, _, { load }) => (await load(Questionnaires, questionnaireId))!,
    authorName: ({ appearance, authorName }) => (appearance === "NAMED" ? authorName : null),
    receivedOn: ({ submittedOn }) => submittedOn,
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
    region: ({ regionId }, _, { load }) => load(Territories, regionId),
    rankInRegion: (response, _, context) => rankInRegion(context, response),
    readBefore: (response, _, context) => readBefore(context, response),
    async discussedAt({ questionnaireId }, _, context) {
      const questionnaire = (await context.load(Questionnaires, questionnaireId))!;
      return (await figuresOf(context, questionnaire)).discussedAt;
    },
    progress: (response, _, context) => progressOf(context, response),
    contributions: (response, _, context) => ownContributions(context, response),
    closedAnswers: (response, _, context) => closedAnswers(context, response),
    citationReviews: (response, _, context) => citationReviewsOf(context, response),
  },
};
