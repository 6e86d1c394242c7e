import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { agreementOn, disagreementsIn, readTwiceIn } from "./agreement.queries.ts";
import { retireCriterion, startGrid, writeCriterion } from "./criterion.commands.ts";
import { gridPolicy } from "./grid.policy.ts";
import { criteriaOf, gridOf, readingsOf } from "./grid.queries.ts";
import { decideCriterion, readNotebook } from "./reading.commands.ts";

export const gridResolvers: Resolvers = {
  Query: {
    grid: (_, { group }, context) => gridOf(context, group),
  },
  Mutation: {
    writeCriterion: (_, { input }, { run }) => run((tx) => writeCriterion(tx, input)),
    retireCriterion: (_, { input }, { run }) => run((tx) => retireCriterion(tx, input)),
    startGrid: (_, { input }, { run }) => run((tx) => startGrid(tx, input)),
    readNotebook: (_, { input }, { run }) => run((tx) => readNotebook(tx, input)),
    decideCriterion: (_, { input }, { run }) => run((tx) => decideCriterion(tx, input)),
  },
  Notebook: {
    grid: (it, _, context) => readingsOf(context, it),
  },
  Grid: {
    criteria: (it, _, context) => criteriaOf(context, it),
    readTwice: ({ group }, _, context) => readTwiceIn(context, group.id),
    disagreements: ({ group }, _, context) => disagreementsIn(context, group.id),
    viewerCan: ({ group }, _, { viewer }) => ({ write: gridPolicy.write(viewer, group.id) }),
  },
  GridCriterion: {
    agreement: (it, _, context) => agreementOn(context, it),
  },
};
