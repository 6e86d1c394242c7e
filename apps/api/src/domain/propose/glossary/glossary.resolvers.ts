import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { statementsOf } from "../statement/statement.queries.ts";
import { Reactions } from "../../ground/reaction/reaction.entity.ts";
import { paragraphsOf } from "../../understand/synthesis/synthesis.queries.ts";
import { defineTerm, restoreTerm, retireTerm } from "./glossary.commands.ts";
import { glossary, retiredTerms, termOf, versionsOfTerm } from "./glossary.queries.ts";
import { usesIn } from "./glossary.uses.ts";
import { vocabulary } from "./vocabulary.ts";

export const glossaryResolvers: Resolvers = {
  Query: {
    glossary: (_, __, context) => glossary(context),
    retiredTerms: (_, __, context) => retiredTerms(context),
    glossaryTerm: (_, { slug }, context) => termOf(context, slug),
    vocabulary: (_, __, context) => vocabulary(context),
  },
  Mutation: {
    defineTerm: (_, { input }, { run }) => run((tx) => defineTerm(tx, input)),
    retireTerm: (_, { input }, { run }) => run((tx) => retireTerm(tx, input)),
    restoreTerm: (_, { input }, { run }) => run((tx) => restoreTerm(tx, input)),
  },
  GroupRights: {
    defineTerms: ({ id }, _, { viewer }) => readingPolicy.hold(viewer, id),
  },
  Proposal: {
    glossary: async ({ id, summary }, _, context) =>
      usesIn(context, [{ id, text: summary }, ...(await statementsOf(context, id))]),
  },
  SynthesisVersion: {
    glossary: async ({ id }, _, context) => usesIn(context, await paragraphsOf(context, id)),
  },
  KeyPoint: {
    glossary: ({ id, sentence }, _, context) => usesIn(context, [{ id, text: sentence }]),
  },
  GlossaryTerm: {
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
    versions: ({ id }, _, context) => versionsOfTerm(context, id),
    viewerCan: ({ groupId }, _, { viewer }) => ({ edit: readingPolicy.hold(viewer, groupId) }),
  },
  GlossaryVersion: {
    definedBy: ({ definedById }, _, context) => nameOf(context, definedById),
    reaction: async ({ reactionId }, _, { load }) => {
      const reaction = await load(Reactions, reactionId);
      // A reaction hidden since is left out.
      return reaction?.status === "VISIBLE" ? reaction : null;
    },
    meeting: ({ meetingId }, _, { load }) => load(Meetings, meetingId),
  },
};
