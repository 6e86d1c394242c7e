import { lateActions, meetingOfBlock, openActions } from "./actions.queries.ts";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { addMinutesBlocks, followMinutesAction, removeMinutesBlock, writeMinutesBlock } from "./block.commands.ts";
import { sayMinutesExact } from "./exact.commands.ts";
import { exactOf, readByOf } from "./exact.queries.ts";
import { correctMinutes, settleMinutesCorrection, withdrawMinutesCorrection } from "./correction.commands.ts";
import {
  addMinutesErratum,
  beginMinutes,
  editMinutes,
  publishMinutes,
  removeMinutes,
  removeMinutesErratum,
  reviewMinutes,
} from "./minutes.commands.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesTable } from "./minutes.entity.ts";
import { mayHaveMinutes, minutesPolicy } from "./minutes.policy.ts";
import { correctionCounts, correctionsIn, correctionsOf, errataOf } from "./minutes.queries.ts";

import { followMinutes } from "./reader.commands.ts";
import { followsMinutes } from "./reader.queries.ts";

export const minutesWritingResolvers: Resolvers = {
  Mutation: {
    beginMinutes: (_, { input }, { run }) => run((tx) => beginMinutes(tx, input)),
    removeMinutes: (_, { input }, { run }) => run((tx) => removeMinutes(tx, input)),
    editMinutes: (_, { input }, { run }) => run((tx) => editMinutes(tx, input)),
    writeMinutesBlock: (_, { input }, { run }) => run((tx) => writeMinutesBlock(tx, input)),
    addMinutesBlocks: (_, { input }, { run }) => run((tx) => addMinutesBlocks(tx, input)),
    removeMinutesBlock: (_, { input }, { run }) => run((tx) => removeMinutesBlock(tx, input)),
    reviewMinutes: (_, { input }, { run }) => run((tx) => reviewMinutes(tx, input)),
    correctMinutes: (_, { input }, { run }) => run((act) => correctMinutes(act, input)),
    withdrawMinutesCorrection: (_, { input }, { run }) => run((act) => withdrawMinutesCorrection(act, input)),
    sayMinutesExact: (_, { input }, { run }) => run((act) => sayMinutesExact(act, input)),
    settleMinutesCorrection: (_, { input }, { run }) => run((tx) => settleMinutesCorrection(tx, input)),
    publishMinutes: (_, { input }, { run }) => run((tx) => publishMinutes(tx, input)),
    addMinutesErratum: (_, { input }, { run }) => run((tx) => addMinutesErratum(tx, input)),
    removeMinutesErratum: (_, { input }, { run }) => run((tx) => removeMinutesErratum(tx, input)),
    followMinutes: (_, { input }, { run }) => run((tx) => followMinutes(tx, input)),
    followMinutesAction: (_, { input }, { run }) => run((tx) => followMinutesAction(tx, input)),
  },
  MeetingRights: {
    writeMinutes: (meeting, _, { viewer, now }) => minutesPolicy.write(viewer, meeting) && mayHaveMinutes(meeting, now),
  },
  Minutes: {
    corrections: (minutes, _, context) => correctionsIn(context, minutes),
    correctionCounts: (minutes, _, context) => correctionCounts(context, minutes.id),
    readBy: (minutes, _, context) => readByOf(context, minutes),
    errata: (minutes, _, context) => errataOf(context, minutes.id),
  },
  MinutesErratum: {
    viewerMayRemove: async ({ minutesId, addedOn }, _, { viewer, load, now }) => {
      if (addedOn !== dayOf(now)) return false;
      const { meetingId } = (await load(MinutesTable, minutesId))!;
      return minutesPolicy.write(viewer, (await load(Meetings, meetingId))!);
    },
  },
  MinutesBlock: {
    late: ({ done, droppedBecause, due }, _, { now }) =>
      done === false && droppedBecause === null && due !== null && due < dayOf(now),
    meeting: (block, _, context) => meetingOfBlock(context, block),
  },
  WorkingGroup: {
    openActions: ({ id }, { after }, context) => openActions(context, id, after),
    lateActions: ({ id }, _, context) => lateActions(context, id),
  },
  OwnAttendance: {
    corrections: (own, _, context) => correctionsOf(context, own.id),
    exact: (own, _, context) => exactOf(context, own.id),
    followsMinutes: (own, _, context) => followsMinutes(context, own),
  },
};
