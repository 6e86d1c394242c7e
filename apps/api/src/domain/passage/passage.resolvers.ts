import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { authorize } from "../../platform/refusal.ts";
import { Contributions } from "../contribution/contribution.entity.ts";
import { keyPointsOfPassage, keyPointsOnBench } from "../keyPoint/keyPoint.queries.ts";
import { statementsOfPassage } from "../proposal/statement.queries.ts";
import {
  benchFigures,
  contributionOnBench,
  isRead,
  nextOnBench,
  previousOnBench,
  queue,
  toRead,
} from "./bench.queries.ts";
import { markPassage, unmarkPassage } from "./passage.commands.ts";
import { benchGroups, benchPolicy, passagePolicy } from "./passage.policy.ts";
import { readContributions } from "./reading.commands.ts";

export const passageResolvers: Resolvers = {
  Query: {
    bench(_, __, { viewer }) {
      authorize(benchPolicy.hold(viewer));
      return { groups: benchGroups(viewer) };
    },
  },
  Mutation: {
    markPassage: (_, { input }, { run }) => run((tx) => markPassage(tx, input)),
    unmarkPassage: (_, { input }, { run }) => run((tx) => unmarkPassage(tx, input)),
    readContributions: (_, { input }, { run }) => run((tx) => readContributions(tx, input)),
  },
  Bench: {
    queue: (bench, args, context) => queue(context, bench, args),
    toRead: (bench, { filter }, context) => toRead(context, bench, filter),
    read: async (bench, _, context) => (await benchFigures(context, bench)).read,
    readToday: async (bench, _, context) => (await benchFigures(context, bench)).readToday,
    marked: async (bench, _, context) => (await benchFigures(context, bench)).marked,
    cited: async (bench, _, context) => (await benchFigures(context, bench)).cited,
    withoutFollowUp: async (bench, _, context) => (await benchFigures(context, bench)).withoutFollowUp,
    keyPoints: (_, { objective }, context) => keyPointsOnBench(context, objective ?? null),
    contribution: (bench, { id, filter }, context) => contributionOnBench(context, bench, id, filter),
  },
  BenchContribution: {
    id: ({ contribution }) => contribution.id,
    isRead: ({ contribution }, _, context) => isRead(context, contribution.id),
    canMark: ({ contribution }, _, { viewer }) => passagePolicy.mark(viewer, contribution, null),
    nextId: (it, _, context) => nextOnBench(context, it),
    previousId: (it, _, context) => previousOnBench(context, it),
  },
  Passage: {
    contribution: async ({ contributionId }, _, context) => (await context.load(Contributions, contributionId))!,
    keyPoints: ({ id }, _, context) => keyPointsOfPassage(context, id),
    statements: ({ id }, _, context) => statementsOfPassage(context, id),
  },
};
