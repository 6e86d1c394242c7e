import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { authorize } from "../../../platform/refusal.ts";
import { keyPointBoard } from "../keyPoint/board.queries.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { keyPointsNamed, keyPointsOfPassage, keyPointsToGive } from "../keyPoint/keyPoint.queries.ts";
import { textToRead, textsOfResponse, nextText, previousText, queue, toRead } from "./reading.queries.ts";
import { eveningOf, grownTonight, keyPointsAtHand } from "./evening.queries.ts";
import { keepForTwo } from "./forTwo.commands.ts";
import { keptForTwo } from "../passage/keptForTwo.queries.ts";
import { readingFigures, questionsToRead, readersOf, readingsOf } from "./figures.queries.ts";
import { passagesSeen, keyPointsSeen, objectivesFor, isBlind } from "./readPassage.queries.ts";
import { answersBeside } from "./beside.queries.ts";
import { withoutFollowUpOf } from "./coverage.queries.ts";
import { responsesLeft } from "./left.queries.ts";
import { markPassage, unmarkPassage } from "./mark.commands.ts";
import { readingGroups, readingPolicy, passagePolicy } from "../passage/passage.policy.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { forwardingsOf, keyPointsThere } from "./forwarding.queries.ts";
import { passagesOf, textOf } from "./marked.queries.ts";
import { readContributions, unreadContributions } from "./reading.commands.ts";

export const passageResolvers: Resolvers = {
  Query: {
    readingDesk(_, __, { viewer }) {
      authorize(readingPolicy.hold(viewer));
      return { groups: readingGroups(viewer) };
    },
  },
  Mutation: {
    markPassage: (_, { input }, { run }) => run((tx) => markPassage(tx, input)),
    unmarkPassage: (_, { input }, { run }) => run((tx) => unmarkPassage(tx, input)),
    readContributions: (_, { input }, { run }) => run((tx) => readContributions(tx, input)),
    keepForTwo: (_, { input }, { run }) => run((tx) => keepForTwo(tx, input)),
    unreadContributions: (_, { input }, { run }) => run((tx) => unreadContributions(tx, input)),
  },
  ViewerRights: {
    read: (_, __, { viewer }) => readingPolicy.hold(viewer),
  },
  ReadingDesk: {
    queue: (readingDesk, args, context) => queue(context, readingDesk, args),
    toRead: async (readingDesk, { filter }, context) => (await toRead(context, readingDesk, filter)).totalCount,
    responsesToRead: (readingDesk, { filter }, context) => responsesLeft(context, readingDesk, filter),
    read: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).read,
    evening: (readingDesk, { filter }, context) => eveningOf(context, () => toRead(context, readingDesk, filter)),
    marked: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).marked,
    cited: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).cited,
    withoutFollowUp: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).withoutFollowUp,
    secondReadings: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).secondReadings,
    keptForTwo: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).keptForTwo,
    keptByMe: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).keptByMe,
    received: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).received,
    minutesBlocks: async (readingDesk, _, context) => (await readingFigures(context, readingDesk)).minutesBlocks,
    questions: (readingDesk, _, context) => questionsToRead(context, readingDesk),
    readers: (readingDesk, _, context) => readersOf(context, readingDesk),
    keyPointBoard: (_, asked, context) => keyPointBoard(context, asked),
    keyPointsAtHand: (_, { search, objective }, context) => keyPointsAtHand(context, search, objective),
    keyPointsNamed: (_, { ids }, context) => keyPointsNamed(context, ids),
    keyPoints: (_, { objective }, context) => keyPointsToGive(context, objective ?? null),
    contribution: (readingDesk, { id, filter }, context) => textToRead(context, readingDesk, id, filter),
  },
  Evening: {
    keyPoints: (_, __, context) => grownTonight(context),
  },
  EveningKeyPoint: {
    keyPoint: async ({ id }, _, { load }) => (await load(KeyPoints, id))!,
  },
  ReadingText: {
    id: ({ contribution }) => contribution.id,
    canMark: ({ contribution }, _, { viewer }) => passagePolicy.mark(viewer, contribution, null),
    blind: ({ contribution }, _, context) => isBlind(context, contribution.id),
    keptForTwo: ({ contribution }, _, context) => keptForTwo(context, contribution.id),
    passages: ({ contribution, groups }, _, context) => passagesSeen(context, contribution.id, groups),
    objectives: (it, _, context) => objectivesFor(context, it),
    async objective(it, { slug }, context) {
      const objectives = await objectivesFor(context, it);
      return objectives.find((objective) => objective.slug === slug) ?? objectives[0] ?? null;
    },
    answers: ({ contribution }, _, context) => answersBeside(context, contribution),
    notRetained: async ({ contribution }, _, context) =>
      (await isBlind(context, contribution.id)) ? null : contribution.notRetained,
    readings: ({ contribution }, _, context) => readingsOf(context, contribution.id),
    ofResponse: (it, _, context) => textsOfResponse(context, it),
    nextId: (it, _, context) => nextText(context, it),
    previousId: (it, _, context) => previousText(context, it),
  },
  ReadingPassage: {
    id: ({ passage }) => passage.id,
    keyPoints: (it, _, context) => keyPointsSeen(context, it),
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
    contribution: (passage, _, context) => textOf(context, passage),
    keyPoints: ({ id }, _, context) => keyPointsOfPassage(context, id),
  },
};
