import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { moveKeyPoint, openKeyPoint, removeKeyPoint, splitKeyPoint } from "./arrange.commands.ts";
import {
  channelsOf,
  childrenOf,
  contraryOf,
  isEmpty,
  reactionCountsOfKeyPoint,
  reactionsToKeyPoint,
  regionsOf,
} from "./tree.queries.ts";
import { historyOf, mergesOf } from "./history.queries.ts";
import { editKeyPoint, stateKeyPoint, unstateKeyPoint } from "./keyPoint.commands.ts";
import type { KeyPoint } from "./keyPoint.entity.ts";
import { keyPointPolicy } from "./keyPoint.policy.ts";
import {
  firstPassagesOf,
  keyPointToRead,
  mostSaidOf,
  parentOf,
  passagesCounted,
  passagesSaying,
  quotesOf,
  isAlone,
  standingOfKeyPoint,
} from "./keyPoint.queries.ts";
import { carryKeyPoints } from "./option.commands.ts";
import { mergeKeyPoint, unmergeKeyPoint } from "./merge.commands.ts";

const objectiveOf = async (context: Context, { objectiveId }: KeyPoint) =>
  (await context.load(Objectives, objectiveId))!;

const holds = async (keyPoint: KeyPoint, _: unknown, context: Context) =>
  keyPointPolicy.edit(context.viewer, (await objectiveOf(context, keyPoint)).groupId);

const nameOf = async ({ load }: Context, personId: string | null) =>
  (await load(Persons, personId))?.displayName ?? null;

export const keyPointResolvers: Resolvers = {
  Query: {
    keyPoint: (_, { id }, context) => keyPointToRead(context, id),
  },
  Mutation: {
    carryKeyPoints: (_, { input }, { run }) => run((tx) => carryKeyPoints(tx, input)),
    editKeyPoint: (_, { input }, { run }) => run((tx) => editKeyPoint(tx, input)),
    stateKeyPoint: (_, { input }, { run }) => run((tx) => stateKeyPoint(tx, input)),
    openKeyPoint: (_, { input }, { run }) => run((tx) => openKeyPoint(tx, input)),
    moveKeyPoint: (_, { input }, { run }) => run((tx) => moveKeyPoint(tx, input)),
    unstateKeyPoint: (_, { input }, { run }) => run((tx) => unstateKeyPoint(tx, input)),
    mergeKeyPoint: (_, { input }, { run }) => run((tx) => mergeKeyPoint(tx, input)),
    unmergeKeyPoint: (_, { input }, { run }) => run((tx) => unmergeKeyPoint(tx, input)),
    splitKeyPoint: (_, { input }, { run }) => run((tx) => splitKeyPoint(tx, input)),
    removeKeyPoint: (_, { input }, { run }) => run((tx) => removeKeyPoint(tx, input)),
  },
  Objective: {
    mostSaid: ({ id }, { first }, context) => mostSaidOf(context, id, first),
  },
  KeyPoint: {
    objective: (keyPoint, _, context) => objectiveOf(context, keyPoint),
    parent: (keyPoint, _, context) => parentOf(context, keyPoint),
    children: ({ id }, _, context) => childrenOf(context, id),
    passages: ({ id }, { first, after }, context) =>
      after && !isId(after) ? [] : passagesSaying(context, id, first, after?.toLowerCase()),
    passageCount: ({ id }, _, context) => passagesCounted(context, id),
    firstPassages: ({ id }, _, context) => firstPassagesOf(context, id),
    quotes: ({ id }, _, context) => quotesOf(context, id),
    peopleCount: async ({ id }, _, context) => (await standingOfKeyPoint(context, id)).people,
    regionCount: async ({ id }, _, context) => (await standingOfKeyPoint(context, id)).regions,
    regions: ({ id }, _, context) => regionsOf(context, id),
    channels: ({ id }, _, context) => channelsOf(context, id),
    contrary: ({ id }, _, context) => contraryOf(context, id),
    reactions: ({ id }, _, context) => reactionsToKeyPoint(context, id),
    reactionCounts: ({ id }, _, context) => reactionCountsOfKeyPoint(context, id),
    merges: (keyPoint, _, context) => mergesOf(context, keyPoint),
    history: (keyPoint, _, context) => historyOf(context, keyPoint),
    viewerCan: (keyPoint) => keyPoint,
  },
  KeyPointRights: {
    edit: holds,
    async state(keyPoint, _, context) {
      const [{ groupId }, { people }] = await Promise.all([
        objectiveOf(context, keyPoint),
        standingOfKeyPoint(context, keyPoint.id),
      ]);
      return keyPointPolicy.state(context.viewer, keyPoint, groupId, people);
    },
    unstate: async (keyPoint, _, context) =>
      keyPoint.state === "STATED" && (await holds(keyPoint, _, context)) && isAlone(context, keyPoint.id),
    remove: async (keyPoint, _, context) =>
      keyPoint.state === "WORKING" && (await holds(keyPoint, _, context)) && isEmpty(context, keyPoint.id),
  },
  KeyPointRegion: {
    territory: async ({ regionId }, _, { load }) => (await load(Territories, regionId))!,
  },
  KeyPointMerge: {
    id: ({ keyPointId }) => keyPointId,
    on: ({ mergedAt }) => dayOf(mergedAt),
    byName: ({ mergedById }, _, context) => nameOf(context, mergedById),
  },
  KeyPointEvent: {
    byName: ({ actorId }, _, context) => nameOf(context, actorId),
  },
};
