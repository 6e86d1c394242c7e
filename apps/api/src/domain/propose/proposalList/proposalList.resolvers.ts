import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { proposalsToRead } from "./proposalList.queries.ts";

export const proposalListResolvers: Resolvers = {
  Query: {
    proposals: (_, { filter, ...paging }, context) => proposalsToRead(context, filter, paging),
  },
};
