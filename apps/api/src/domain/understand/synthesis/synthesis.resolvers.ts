import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import {
  startingPointOf,
  synthesesOfKeyPoint,
  draw,
  paragraphsOf,
  passagesCitedBy,
  countsOf,
  synthesesToCarry,
  syntheses,
  synthesisToRead,
  versionInForce,
  versionsOf,
  versionUnderWay,
} from "./synthesis.queries.ts";
import type { Context } from "../../../platform/context.ts";
import { Objectives, WorkingGroups } from "../../ground/group/group.entity.ts";
import { keyPointsAgainst, keyPointsOfParagraph } from "../keyPoint/keyPoint.queries.ts";
import { causeOf, toldCauses } from "../../listen/contribution/cause.queries.ts";
import { reactionCountsOf, reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { htmlOf, plainOf } from "./detail.ts";
import { type Synthesis, Syntheses } from "./synthesis.entity.ts";
import { synthesisPolicy } from "./synthesis.policy.ts";

export const synthesisResolvers: Resolvers = {
  Questionnaire: {
    startingPoint: (it, _, context) => startingPointOf(context, it.objectiveId),
  },
  ComposedQuestionnaire: {
    syntheses: ({ id }, _, context) => synthesesToCarry(context, id),
  },
  KeyPoint: {
    syntheses: ({ id }, _, context) => synthesesOfKeyPoint(context, id),
  },
  Query: {
    syntheses: (_, __, context) => syntheses(context),
    synthesis: (_, { slug }, context) => synthesisToRead(context, slug),
    async draw(_, { synthesis: slug, seed }, context) {
      const synthesis = await synthesisToRead(context, slug);
      return synthesis ? draw(context, synthesis, seed) : [];
    },
  },
  Synthesis: {
    objective: async ({ objectiveId }, _, context) => (await context.load(Objectives, objectiveId))!,
    inForce: (synthesis, _, context) => versionInForce(context, synthesis),
    underWay: (synthesis, _, context) => versionUnderWay(context, synthesis),
    versionNumbered: async (synthesis, { version }, context) =>
      (await versionsOf(context, synthesis.id)).find((each) => each.version === (version ?? synthesis.version)) ?? null,
    versions: ({ id }, _, context) => versionsOf(context, id),
    publishedAt: async (synthesis, _, context) => (await versionInForce(context, synthesis)).publishedAt,
    method: async (synthesis, _, context) => (await versionInForce(context, synthesis)).method,
    definition: async (synthesis, _, context) => (await versionInForce(context, synthesis)).definition,
    paragraphs: async (synthesis, _, context) => paragraphsOf(context, (await versionInForce(context, synthesis)).id),
    notHeard: async (synthesis, _, context) => (await versionInForce(context, synthesis)).notHeard,
    decisions: async (synthesis, _, context) => (await versionInForce(context, synthesis)).decisions,
    nextSteps: async (synthesis, _, context) => (await versionInForce(context, synthesis)).nextSteps,
    responsesSince: async ({ id }, _, context) => (await countsOf(context, id)).since,
    voiceCount: async ({ id }, _, context) => (await countsOf(context, id)).voices,
    coverage: ({ objectiveId }, _, context) => coverageOf(context, { objective: objectiveId }),
    reactions: ({ id }, { first }, context) => reactionsTo(context, "SYNTHESIS", id, first),
    viewerCan: async (synthesis, _, context) => synthesisRights(context, synthesis),
  },
  SynthesisParagraph: {
    keyPoints: ({ id }, _, context) => keyPointsOfParagraph(context, id),
    against: ({ id }, _, context) => keyPointsAgainst(context, id),
    passages: ({ id }, _, context) => passagesCitedBy(context, id),
    reactions: ({ id }, { first }, context) => reactionsTo(context, "SYNTHESIS_PARAGRAPH", id, first),
    reactionCounts: ({ id }, _, context) => reactionCountsOf(context, id),
    plain: (paragraph, _, context) => plainOf(context, paragraph),
    html: (paragraph, _, context) => htmlOf(context, paragraph),
  },
  SynthesisVersion: {
    async state({ synthesisId, version, state }, _, context) {
      const synthesis = (await context.load(Syntheses, synthesisId))!;
      return version < synthesis.version ? "SUPERSEDED" : state;
    },
    causes: async ({ causes }, _, context) =>
      toldCauses(await Promise.all(causes.map((cause) => causeOf(context, cause)))),
    paragraphs: ({ id }, _, context) => paragraphsOf(context, id),
  },
};

async function synthesisRights(context: Context, synthesis: Synthesis) {
  const [objective, version] = await Promise.all([
    context.load(Objectives, synthesis.objectiveId),
    versionUnderWay(context, synthesis),
  ]);
  const group = (await context.load(WorkingGroups, objective!.groupId))!;
  return synthesisPolicy.rights(context.viewer, group, version);
}
