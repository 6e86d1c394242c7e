import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { chainLine } from "./chain.ts";
import { chainPolicy } from "./chain.policy.ts";
import { chainRows } from "./chain.queries.ts";

export const chainResolvers: Resolvers = {
  WorkingGroup: {
    async chain({ id }, _, context) {
      const { viewer, now } = context;
      if (!chainPolicy.see(viewer, id)) return null;
      return (await chainRows(context, id)).map((row) => chainLine(row, viewer, now));
    },
  },
  ChainLine: {
    objective: async ({ objectiveId }, _, { load }) => (await load(Objectives, objectiveId))!,
  },
};
