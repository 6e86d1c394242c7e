import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import type { Context } from "../../platform/context.ts";
import { Objectives } from "../group/group.entity.ts";
import { keyPointsAgainst, keyPointsOfParagraph } from "../keyPoint/keyPoint.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { Reactions } from "../reaction/reaction.entity.ts";
import { reactionsTo } from "../reaction/reaction.queries.ts";
import { coverageOf } from "../territory/coverage.queries.ts";
import { type Synthesis, Syntheses, type SynthesisVersion } from "./synthesis.entity.ts";
import {
  draw,
  paragraphsOf,
  quotesOf,
  responsesSince,
  syntheses,
  synthesisToRead,
  versionsOf,
} from "./synthesis.queries.ts";

export const synthesisResolvers: Resolvers = {
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
    definition: (synthesis, _, context) => definitionOf(context, synthesis),
    paragraphs: ({ id }, _, context) => paragraphsOf(context, id),
    quotes: ({ id }, _, context) => quotesOf(context, id),
    versions: ({ id }, _, context) => versionsOf(context, id),
    responsesSince: ({ id }, _, context) => responsesSince(context, id),
    coverage: ({ objectiveId }, _, context) => coverageOf(context, { objective: objectiveId }),
    reactions: ({ id }, _, context) => reactionsTo(context, "SYNTHESIS", id),
  },
  SynthesisParagraph: {
    keyPoints: ({ id }, _, context) => keyPointsOfParagraph(context, id),
    against: ({ id }, _, context) => keyPointsAgainst(context, id),
  },
  SynthesisVersion: {
    async state({ synthesisId, version }, _, context) {
      const synthesis = (await context.load(Syntheses, synthesisId))!;
      return version < synthesis.version ? "SUPERSEDED" : synthesis.state;
    },
    causes: (version, _, context) => causesOf(context, version),
  },
};

/** The wording that the version in force holds. */
async function definitionOf(context: Context, { id, version }: Synthesis) {
  const versions = await versionsOf(context, id);
  return versions.find((each) => each.version === version)?.definition ?? null;
}

/** What changed a version, as far as it can be read: a reaction that was hidden since is not told. */
async function causesOf(context: Context, { causes }: SynthesisVersion) {
  const found = await Promise.all(
    causes.map(async ({ reactionId, meetingId }) => {
      const [reaction, meeting] = await Promise.all([
        context.load(Reactions, reactionId),
        context.load(Meetings, meetingId),
      ]);
      return { reaction: reaction?.status === "VISIBLE" ? reaction : null, meeting };
    }),
  );
  return found.filter(({ reaction, meeting }) => reaction || meeting);
}
