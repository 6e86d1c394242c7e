import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { keepWorkshopOpen } from "./workshop.commands.ts";

export const workshopResolvers: Resolvers = {
  Mutation: {
    keepWorkshopOpen: (_, { input }, { run }) => run((tx) => keepWorkshopOpen(tx, input)),
  },
};
