import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { resultsToRead } from "./result.queries.ts";

export const resultResolvers: Resolvers = {
  Query: {
    results: (_, { questionnaire, within }, context) => resultsToRead(context, questionnaire, within),
  },
};
