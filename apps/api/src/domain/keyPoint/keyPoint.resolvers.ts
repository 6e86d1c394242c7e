import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import type { Context } from "../../platform/context.ts";
import { Objectives } from "../group/group.entity.ts";
import { proposalsOfKeyPoint } from "../proposal/proposal.queries.ts";
import { reactionsTo } from "../reaction/reaction.queries.ts";
import { synthesesOfKeyPoint } from "../synthesis/synthesis.queries.ts";
import { editKeyPoint, stateKeyPoint } from "./keyPoint.commands.ts";
import type { KeyPoint } from "./keyPoint.entity.ts";
import { keyPointPolicy } from "./keyPoint.policy.ts";
import { keyPointToRead, parentOf, passagesSaying, standingOfKeyPoint } from "./keyPoint.queries.ts";

const objectiveOf = async (context: Context, { objectiveId }: KeyPoint) =>
  (await context.load(Objectives, objectiveId))!;

export const keyPointResolvers: Resolvers = {
  Query: {
    keyPoint: (_, { id }, context) => keyPointToRead(context, id),
  },
  Mutation: {
    editKeyPoint: (_, { input }, { run }) => run((tx) => editKeyPoint(tx, input)),
    stateKeyPoint: (_, { input }, { run }) => run((tx) => stateKeyPoint(tx, input)),
  },
  KeyPoint: {
    objective: (keyPoint, _, context) => objectiveOf(context, keyPoint),
    parent: (keyPoint, _, context) => parentOf(context, keyPoint),
    passages: ({ id }, _, context) => passagesSaying(context, id),
    peopleCount: async ({ id }, _, context) => (await standingOfKeyPoint(context, id)).people,
    regionCount: async ({ id }, _, context) => (await standingOfKeyPoint(context, id)).regions,
    syntheses: ({ id }, _, context) => synthesesOfKeyPoint(context, id),
    proposals: ({ id }, _, context) => proposalsOfKeyPoint(context, id),
    reactions: ({ id }, _, context) => reactionsTo(context, "KEY_POINT", id),
    async viewerCan(keyPoint, _, context) {
      const [{ groupId }, { people }] = await Promise.all([
        objectiveOf(context, keyPoint),
        standingOfKeyPoint(context, keyPoint.id),
      ]);
      return {
        edit: keyPointPolicy.edit(context.viewer, groupId),
        state: keyPointPolicy.state(context.viewer, keyPoint, groupId, people),
      };
    },
  },
};
