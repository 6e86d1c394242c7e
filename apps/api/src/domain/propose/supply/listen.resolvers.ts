import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { leaveAddress } from "./listen.commands.ts";

export const listenerResolvers: Resolvers = {
  Mutation: {
    leaveAddress: (_, { input }, { run }) => run((tx) => leaveAddress(tx, input)),
  },
};
