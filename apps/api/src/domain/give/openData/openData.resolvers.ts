import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { emptyTables } from "./chain.rows.ts";
import { openPolicy } from "./open.policy.ts";

export const exportResolvers: Resolvers = {
  Query: {
    emptyOpenTables: (_, __, context) => emptyTables(context),
  },
  Questionnaire: {
    openData: (it, _, { now }) => openPolicy.published(it, now),
  },
};
