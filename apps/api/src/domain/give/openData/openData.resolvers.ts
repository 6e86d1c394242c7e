import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { openPolicy } from "./open.policy.ts";

export const exportResolvers: Resolvers = {
  Questionnaire: {
    openData: (it, _, { now }) => openPolicy.published(it, now),
  },
};
