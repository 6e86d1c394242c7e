import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { isUnverified } from "../../../platform/reserved.ts";
import { Territories } from "../territory/territory.entity.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import type { HeldText } from "../moderation/heldText.ts";
import { hiddenFor, rulingOn } from "../moderation/ruling.queries.ts";
import { react, withdrawReaction } from "./reaction.commands.ts";
import { speakerOf } from "../organisation/organisation.queries.ts";
import { Reactions } from "./reaction.entity.ts";
import { olderReactions, pageOf, reactionOfCode, reactionsFor } from "./reaction.queries.ts";

const reactionHeld = async ({ load }: Context, { kind, textId }: HeldText) =>
  load(Reactions, kind === "REACTION" ? textId : null);

export const reactionResolvers: Resolvers = {
  Query: {
    ownReaction: (_, { code }, context) => reactionOfCode(context, code),
    olderReactions: (_, asked, context) => olderReactions(context, asked),
  },
  Mutation: {
    withdrawReaction: (_, { input }, { run }) => run((tx) => withdrawReaction(tx, input)),
    react: (_, { input }, { run }) => run((tx) => react(tx, input)),
  },
  OwnReaction: {
    code: ({ id }) => linkCode("reaction", id),
    reaction: (it) => it,
    ruling: ({ id }, _, context) => rulingOn(context, "REACTION", id),
  },
  HeldText: {
    ofPage: async (text, _, context) => (await reactionHeld(context, text))?.ofPage ?? null,
    ofVersion: async (text, _, context) => (await reactionHeld(context, text))?.ofVersion ?? null,
  },
  Organisation: {
    reactions: (organisation, { after }, context) => reactionsFor(context, organisation, after),
  },
  Reaction: {
    page: (reaction, _, context) => pageOf(context, reaction),
    nameIsUnverified: ({ authorName, organisationId }, _, context) =>
      organisationId === null && isUnverified(context, authorName),
    organisation: ({ organisationId }, _, context) => speakerOf(context, organisationId),
    hiddenFor: (reaction, _, context) => hiddenFor(context, "REACTION", reaction),
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
  },
};
