import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Handovers } from "../../carry/handover/handover.entity.ts";
import { Initiatives } from "../../propose/initiative/initiative.entity.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { statedNow } from "../../understand/keyPoint/keyPoint.queries.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { responsesOfCodes } from "../../listen/receipt/receipt.queries.ts";
import { Syntheses, SynthesisParagraphs, SynthesisVersions } from "../../understand/synthesis/synthesis.entity.ts";
import { citationsAt, citationsOf } from "./citation.queries.ts";
import { chooseMails, seeNews } from "./news.commands.ts";
import { unseenNews } from "./news.queries.ts";
import { newsId } from "./news.ts";
import { citationReviewsOf, progressOf, progressOn } from "./progress.queries.ts";
import { reviewCitation } from "./review.commands.ts";
import { questionnaireOf, synthesisOf } from "../overview/group.queries.ts";
import { trailOf } from "./trail.queries.ts";

export const trailResolvers: Resolvers = {
  Query: {
    receipts: (_, { codes }, context) => responsesOfCodes(context, codes),
  },
  Mutation: {
    reviewCitation: (_, { input }, { run }) => run((tx) => reviewCitation(tx, input)),
    seeNews: (_, { input }, context) => context.run((tx) => seeNews(tx, context, input)),
    chooseMails: (_, { input }, { run }) => run((tx) => chooseMails(tx, input)),
  },
  Viewer: {
    toldByMail: async ({ id }, _, { load }) => (await load(Persons, id))!.toldByMail,
  },
  Receipt: {
    byMail: ({ byMail }) => byMail ?? false,
    progress: (response, _, context) => progressOf(context, response),
    citationReviews: async (response, _, context) =>
      response.byMail
        ? (await citationsOf(context, response)).flatMap(({ review }) => review ?? [])
        : citationReviewsOf(context, response),
    progressOn: (response, _, context) => progressOn(context, response),
    news: (response, _, context) => unseenNews(context, response),
    citations: (response, _, context) => citationsOf(context, response),
  },
  OwnAttendance: { citations: (own, _, context) => citationsAt(context, own) },
  Contribution: {
    trail: (it, _, context) => trailOf(context, it),
  },
  Trail: {
    async closed({ objectiveId = null }, _, context) {
      if (!objectiveId) return false;
      const [questionnaire, synthesis] = await Promise.all([
        questionnaireOf(context, objectiveId),
        synthesisOf(context, objectiveId),
      ]);
      return synthesis?.state === "PUBLISHED" && !(questionnaire && context.now < questionnaire.closesAt);
    },
  },
  TrailEvent: {
    keyPoint: ({ keyPointId }, _, { load }) => load(KeyPoints, keyPointId),
    synthesis: ({ synthesisId }, _, { load }) => load(Syntheses, synthesisId),
    proposal: ({ proposalId }, _, { load }) => load(Proposals, proposalId),
    handover: ({ handoverId }, _, { load }) => load(Handovers, handoverId),
    initiative: ({ initiativeId }, _, { load }) => load(Initiatives, initiativeId),
  },
  NotRetained: {
    theme: ({ themeId }, _, { load }) => load(Themes, themeId),
    saidBy: ({ saidById }, _, context) => statedNow(context, saidById),
  },
  News: {
    id: newsId,
    passage: ({ cited, review }, _, { load }) => load(Passages, review?.passageId ?? cited?.passageId),
    keyPoint: ({ event, cited }, _, { load }) => load(KeyPoints, event?.keyPointId ?? cited?.keyPointId),
    synthesis: ({ event, cited }, _, { load }) => load(Syntheses, event?.synthesisId ?? cited?.synthesisId),
    version: ({ cited }) => cited?.version ?? null,
    proposal: ({ event }, _, { load }) => load(Proposals, event?.proposalId),
    handover: ({ event }, _, { load }) => load(Handovers, event?.handoverId),
    initiative: ({ event }, _, { load }) => load(Initiatives, event?.initiativeId),
  },
  OwnCitation: {
    passage: async ({ passageId }, _, { load }) => (await load(Passages, passageId))!,
    keyPoint: ({ keyPointId }, _, { load }) => load(KeyPoints, keyPointId),
    synthesis: ({ synthesisId }, _, { load }) => load(Syntheses, synthesisId),
    version: ({ versionId }, _, { load }) => load(SynthesisVersions, versionId),
    paragraph: ({ paragraphId }, _, { load }) => load(SynthesisParagraphs, paragraphId),
  },
};
