import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { removeHoliday, writeHoliday } from "./holiday.commands.ts";
import {
  addMilestone,
  cancelMilestone,
  editMilestone,
  finishMilestone,
  resumeMilestone,
} from "./milestone.commands.ts";
import { drawSchedule, moveSchedule } from "./schedule.commands.ts";
import { schedulePolicy } from "./schedule.policy.ts";
import { finalOf, heldUpBy, holidays, milestonesOf, milestoneState, scheduleVersionOf } from "./schedule.queries.ts";

export const scheduleResolvers: Resolvers = {
  Query: {
    holidays: (_, __, context) => holidays(context),
  },
  Mutation: {
    drawSchedule: (_, { input }, { run }) => run((tx) => drawSchedule(tx, input)),
    moveSchedule: (_, { input }, { run }) => run((tx) => moveSchedule(tx, input)),
    addMilestone: (_, { input }, { run }) => run((tx) => addMilestone(tx, input)),
    editMilestone: (_, { input }, { run }) => run((tx) => editMilestone(tx, input)),
    cancelMilestone: (_, { input }, { run }) => run((tx) => cancelMilestone(tx, input)),
    resumeMilestone: (_, { input }, { run }) => run((tx) => resumeMilestone(tx, input)),
    finishMilestone: (_, { input }, { run }) => run((tx) => finishMilestone(tx, input)),
    writeHoliday: (_, { input }, { run }) => run((tx) => writeHoliday(tx, input)),
    removeHoliday: (_, { input }, { run }) => run((tx) => removeHoliday(tx, input)),
  },
  GroupRights: {
    keepSchedule: (group, _, { viewer }) => schedulePolicy.keep(viewer, group.id),
  },
  ViewerRights: {
    keepHolidays: (_, __, { viewer }) => schedulePolicy.keepAny(viewer),
  },
  WorkingGroup: {
    milestones: (group, _, context) => milestonesOf(context, group.id),
    finalOn: async (group, _, context) => finalOf(await milestonesOf(context, group.id))?.startsOn ?? null,
    scheduleVersion: (group, _, context) => scheduleVersionOf(context, group.id),
  },
  Milestone: {
    state: (milestone, _, { now }) => milestoneState(milestone, now),
    heldUp: (milestone, _, context) => heldUpBy(context, milestone),
    objective: (milestone, _, { load }) => load(Objectives, milestone.objectiveId),
    async meeting(milestone, _, { load }) {
      const meeting = await load(Meetings, milestone.meetingId);
      return meeting?.draft ? null : meeting;
    },
  },
};
