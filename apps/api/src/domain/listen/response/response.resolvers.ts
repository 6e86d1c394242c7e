import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { claimResponse, unclaimResponse } from "./claim.commands.ts";
import { editResponse, keepAnswer } from "./edit.commands.ts";
import { submitResponse } from "./response.commands.ts";
import { stopFollowUp, unnameResponse, unpublishResponse, withdrawResponse } from "./withdraw.commands.ts";

export const responseResolvers: Resolvers = {
  Mutation: {
    submitResponse: (_, { input }, { run }) => run((tx) => submitResponse(tx, input)),
    editResponse: (_, { input }, { run }) => run((tx) => editResponse(tx, input)),
    withdrawResponse: (_, { input }, { run }) => run((tx) => withdrawResponse(tx, input)),
    stopFollowUp: (_, { input }, { run }) => run((tx) => stopFollowUp(tx, input)),
    unpublishResponse: (_, { input }, { run }) => run((tx) => unpublishResponse(tx, input)),
    unnameResponse: (_, { input }, { run }) => run((tx) => unnameResponse(tx, input)),
    keepAnswer: (_, { input }, { run }) => run((tx) => keepAnswer(tx, input)),
    claimResponse: (_, { input }, { run }) => run((tx) => claimResponse(tx, input)),
    unclaimResponse: (_, { input }, { run }) => run((tx) => unclaimResponse(tx, input)),
  },
};
