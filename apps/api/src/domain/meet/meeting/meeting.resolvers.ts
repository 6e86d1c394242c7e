import { documentsServing } from "../document/document.queries.ts";
import type { AttendanceChannel, Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { removeMeetingFile } from "./file.commands.ts";
import { hoursOf } from "./hours.ts";
import {
  announceMeeting,
  cancelMeeting,
  editMeeting,
  mayBeCancelled,
  removeMeeting,
  resumeMeeting,
} from "./meeting.commands.ts";
import type { Meeting } from "./meeting.entity.ts";
import { meetingPolicy } from "./meeting.policy.ts";
import {
  agendaOf,
  documentsOf,
  filesOf,
  meetingOf,
  meetings,
  meetingsAround,
  objectivesOf,
  placesToMeet,
  presenceAt,
} from "./meeting.queries.ts";
import { channels, channelsOf, presenceInSteps, presentIn } from "./presence.ts";
import { mayHavePresence, recordPresence } from "./presence.commands.ts";
import { stepped, steps } from "./steps.ts";

const countOf = ([channel, people]: [AttendanceChannel, number]) => ({ channel, people });

const hoursAt = async ({ load }: Context, meeting: Meeting) =>
  hoursOf(meeting, (await load(WorkingGroups, meeting.groupId))!.timeZone);

export const meetingResolvers: Resolvers = {
  Query: {
    meetings: (_, args, context) => meetings(context, args),
    meeting: (_, { slug }, context) => meetingOf(context, slug),
  },
  Mutation: {
    announceMeeting: (_, { input }, { run }) => run((tx) => announceMeeting(tx, input)),
    editMeeting: (_, { input }, { run }) => run((tx) => editMeeting(tx, input)),
    cancelMeeting: (_, { input }, { run }) => run((tx) => cancelMeeting(tx, input)),
    resumeMeeting: (_, { input }, { run }) => run((tx) => resumeMeeting(tx, input)),
    recordPresence: (_, { input }, { run }) => run((tx) => recordPresence(tx, input)),
    removeMeetingFile: (_, { input }, { run }) => run((tx) => removeMeetingFile(tx, input)),
    removeMeeting: (_, { input }, { run }) => run((tx) => removeMeeting(tx, input)),
  },
  ViewerRights: {
    announceMeetings: (_, __, { viewer }) => meetingPolicy.announceAny(viewer),
  },
  GroupRights: {
    announceMeetings: ({ id }, _, { viewer }) => meetingPolicy.announce(viewer, id),
    meetIn: ({ id }, _, context) => placesToMeet(context, id),
  },
  TerritoryRights: {
    announceMeetings: (it, _, { viewer }) => meetingPolicy.announceIn(viewer, it),
  },
  MeetingRights: {
    recordPresence: (meeting, _, { viewer, now }) =>
      meetingPolicy.keep(viewer, meeting) && mayHavePresence(meeting, now),
    edit: (meeting, _, { viewer }) => meetingPolicy.keep(viewer, meeting),
    cancel: (meeting, _, { viewer, now }) => meetingPolicy.keep(viewer, meeting) && mayBeCancelled(meeting, now),
    resume: (meeting, _, { viewer }) => meetingPolicy.keep(viewer, meeting) && meeting.cancelledReason !== null,
    remove: (meeting, _, { viewer }) => meetingPolicy.keep(viewer, meeting) && meeting.draft,
  },
  Meeting: {
    serving: ({ id }, _, context) => documentsServing(context, "MEETING", id),
    around: (meeting, _, context) => meetingsAround(context, meeting.id),
    viewerCan: (meeting) => meeting,
    present: async (meeting, _, context) => {
      const all = presentIn(await presenceAt(context, meeting.id));
      return stepped(all) === null ? null : all;
    },
    presence: async (meeting, _, context) => presenceInSteps(await presenceAt(context, meeting.id)),
    presenceByChannel: ({ presenceChannels }) => steps(channelsOf(presenceChannels), channels).map(countOf),
    recordedPresence: async (meeting, _, context) =>
      meetingPolicy.keep(context.viewer, meeting) && (await presenceAt(context, meeting.id)).length > 0
        ? meeting
        : null,
    hasPresence: async (meeting, _, context) => (await presenceAt(context, meeting.id)).length > 0,
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
    day: async (meeting, _, context) => (await hoursAt(context, meeting)).day,
    from: async (meeting, _, context) => (await hoursAt(context, meeting)).from,
    until: async (meeting, _, context) => (await hoursAt(context, meeting)).until,
    territory: (meeting, _, { load }) => load(Territories, meeting.territoryId),
    objectives: (meeting, _, context) => objectivesOf(context, meeting.id),
    agenda: (meeting, _, context) => agendaOf(context, meeting.id),
    files: (meeting, _, context) => filesOf(context, meeting.id),
    documents: (meeting, _, context) => documentsOf(context, meeting.id),
  },
  RecordedPresence: {
    presence: (meeting, _, context) => presenceAt(context, meeting.id),
    channels: ({ presenceChannels }) => [...channelsOf(presenceChannels)].map(countOf),
  },
  Presence: {
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
  },
};
