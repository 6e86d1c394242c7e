import { accountOf } from "../follow/follow.queries.ts";
import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { questionnaireState } from "../questionnaire/questionnaire.policy.ts";
import { discussionOf, readBefore } from "../questionnaire/questionnaire.queries.ts";
import { speakerOf } from "../../ground/organisation/organisation.queries.ts";
import { rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { changesSince } from "./changes.queries.ts";
import { answersGiven } from "../response/given.queries.ts";
import { mailedCode, receiptCode, sheetCode } from "../response/codes.ts";
import { closedAnswers, ownContributions, rankInRegion, responseOfCode, responsesOf } from "./receipt.queries.ts";
import { noRight, readingOnly, receiptRights } from "../response/response.policy.ts";

export const receiptResolvers: Resolvers = {
  Query: {
    receipt: (_, { code }, context) => responseOfCode(context, code),
  },
  Receipt: {
    code: ({ id, sheetId, byMail }) => (byMail ? mailedCode(id) : sheetId ? sheetCode(sheetId) : receiptCode(id)),
    questionnaire: async ({ questionnaireId }, _, { load }) => (await load(Questionnaires, questionnaireId))!,
    authorName: (it) => appearsAs(it, { territory: null }).authorName,
    organisation: ({ organisationId }, _, context) => speakerOf(context, organisationId),
    receivedOn: ({ submittedOn }) => submittedOn,
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
    region: ({ regionId }, _, { load }) => load(Territories, regionId),
    rankInRegion: (response, _, context) => rankInRegion(context, response),
    readBefore: ({ questionnaireId }, _, context) => readBefore(context, questionnaireId),
    discussedAt: ({ questionnaireId }, _, context) => discussionOf(context, questionnaireId),
    contributions: (response, _, context) => ownContributions(context, response),
    async rulings(response, _, context) {
      if (response.byMail) return [];
      const texts = await ownContributions(context, response);
      const all = [
        rulingOn(context, "RESPONSE", response.id),
        ...texts.map(({ id }) => rulingOn(context, "CONTRIBUTION", id)),
      ];
      return (await Promise.all(all)).filter((ruling) => ruling !== null);
    },
    closedAnswers: (response, _, context) => closedAnswers(context, response),
    async answers({ id, byMail }, _, { db }) {
      if (byMail) return [];
      const given = await answersGiven(db, id);
      return [...given].map(([questionId, { value }]) => ({ questionId, value }));
    },
    changes: (response, _, context) => (response.byMail ? [] : changesSince(context, response)),
    readingOnly: (response) => readingOnly(response),
    claimed: async ({ id, byMail }, _, context) => !byMail && (await accountOf(context, id)) !== null,
    async viewerCan(response, _, context) {
      const { load, viewer, now } = context;
      if (response.byMail) return noRight;
      const questionnaire = (await load(Questionnaires, response.questionnaireId))!;
      const open = questionnaireState(questionnaire, now) === "OPEN";
      const holder = await accountOf(context, response.id);
      return receiptRights(response, viewer, { open, anonymous: questionnaire.anonymous, holder });
    },
  },
  Viewer: {
    responses: ({ id }, _, context) => responsesOf(context, id),
  },
};
