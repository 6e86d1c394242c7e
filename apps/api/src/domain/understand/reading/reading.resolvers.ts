import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { authorize } from "../../../platform/refusal.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { keyPointsOfPassage, keyPointsOnBench } from "../keyPoint/keyPoint.queries.ts";
import { agreementsOf, alphaIn, disagreementsIn } from "./agreement.queries.ts";
import { contributionOnBench, nextOnBench, previousOnBench, queue, toRead } from "./reading.queries.ts";
import { benchFigures, eveningOf, questionsOnBench, readersOf, readingsOf } from "./figures.queries.ts";
import { passagesOnBench, keyPointsSeen, objectivesFor, isBlind } from "./readPassage.queries.ts";
import { withoutFollowUpOf } from "./coverage.queries.ts";
import { markPassage, unmarkPassage } from "./mark.commands.ts";
import { benchGroups, benchPolicy, passagePolicy } from "../passage/passage.policy.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { forwardingsOf, keyPointsThere } from "./forwarding.queries.ts";
import { passagesOf } from "./marked.queries.ts";
import { readContributions, unreadContributions } from "./reading.commands.ts";

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
    unreadContributions: (_, { input }, { run }) => run((tx) => unreadContributions(tx, input)),
  },
  ViewerRights: {
    read: (_, __, { viewer }) => benchPolicy.hold(viewer),
  },
  Bench: {
    queue: (bench, args, context) => queue(context, bench, args),
    toRead: (bench, { filter }, context) => toRead(context, bench, filter),
    read: async (bench, _, context) => (await benchFigures(context, bench)).read,
    evening: (bench, { filter }, context) => eveningOf(context, () => toRead(context, bench, filter)),
    marked: async (bench, _, context) => (await benchFigures(context, bench)).marked,
    cited: async (bench, _, context) => (await benchFigures(context, bench)).cited,
    withoutFollowUp: async (bench, _, context) => (await benchFigures(context, bench)).withoutFollowUp,
    secondReadings: async (bench, _, context) => (await benchFigures(context, bench)).secondReadings,
    received: async (bench, _, context) => (await benchFigures(context, bench)).received,
    minutesBlocks: async (bench, _, context) => (await benchFigures(context, bench)).minutesBlocks,
    questions: (bench, _, context) => questionsOnBench(context, bench),
    readers: (bench, _, context) => readersOf(context, bench),
    agreements: (bench, _, context) => agreementsOf(context, bench),
    keyPoints: (_, { objective }, context) => keyPointsOnBench(context, objective ?? null),
    contribution: (bench, { id, filter }, context) => contributionOnBench(context, bench, id, filter),
  },
  BenchContribution: {
    id: ({ contribution }) => contribution.id,
    canMark: ({ contribution }, _, { viewer }) => passagePolicy.mark(viewer, contribution, null),
    blind: ({ contribution }, _, context) => isBlind(context, contribution.id),
    passages: ({ contribution, groups }, _, context) => passagesOnBench(context, contribution.id, groups),
    objectives: (it, _, context) => objectivesFor(context, it),
    async objective(it, { slug }, context) {
      const objectives = await objectivesFor(context, it);
      return objectives.find((objective) => objective.slug === slug) ?? objectives[0] ?? null;
    },
    readings: ({ contribution }, _, context) => readingsOf(context, contribution.id),
    nextId: (it, _, context) => nextOnBench(context, it),
    previousId: (it, _, context) => previousOnBench(context, it),
  },
  BenchPassage: {
    id: ({ passage }) => passage.id,
    keyPoints: (it, _, context) => keyPointsSeen(context, it),
  },
  ReadingAgreement: {
    readTwice: ({ texts }) => texts.length,
    alpha: (agreement) => alphaIn(agreement),
    disagreements: (agreement) => disagreementsIn(agreement),
  },
  ReadingDisagreement: {
    id: ({ contributionId }) => contributionId,
    first: ({ sides }) => sides[0],
    second: ({ sides }) => sides[1],
    contribution: async ({ contributionId }, _, { load }) => (await load(Contributions, contributionId))!,
  },
  ReadingSide: {
    async keyPoints({ codes }, _, { load }) {
      const rows = await Promise.all(codes.map((id) => load(KeyPoints, id)));
      return rows.filter((row) => row !== null).toSorted((a, b) => a.number - b.number);
    },
  },
  ReadingCoverage: {
    withoutFollowUp: ({ objectiveId }, _, context) => withoutFollowUpOf(context, objectiveId),
  },
  Contribution: {
    forwardings: (it, _, context) => forwardingsOf(context, it),
    passages: (it, _, context) => passagesOf(context, it),
  },
  Forwarding: {
    theme: async ({ themeId }, _, { load }) => (await load(Themes, themeId))!,
    on: ({ forwardedOn }) => forwardedOn,
    keyPoints: (it, _, context) => keyPointsThere(context, it),
  },
  Passage: {
    contribution: async ({ contributionId }, _, context) => (await context.load(Contributions, contributionId))!,
    keyPoints: ({ id }, _, context) => keyPointsOfPassage(context, id),
  },
};
