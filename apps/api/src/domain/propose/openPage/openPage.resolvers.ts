import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { keepPageOpen } from "./openPage.commands.ts";

export const openPageResolvers: Resolvers = {
  Mutation: {
    keepPageOpen: (_, { input }, { run }) => run((tx) => keepPageOpen(tx, input)),
  },
};
