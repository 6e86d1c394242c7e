import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { ownActivity } from "./activity.queries.ts";

export const activityResolvers: Resolvers = {
  Query: {
    ownActivity: (_, __, context) => ownActivity(context),
  },
};
