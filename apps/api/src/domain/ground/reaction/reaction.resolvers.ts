import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Territories } from "../territory/territory.entity.ts";
import { react } from "./reaction.commands.ts";
import { olderReactions } from "./reaction.queries.ts";

export const reactionResolvers: Resolvers = {
  Query: {
    olderReactions: (_, asked, context) => olderReactions(context, asked),
  },
  Mutation: {
    react: (_, { input }, { run }) => run((tx) => react(tx, input)),
  },
  Reaction: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
  },
};
