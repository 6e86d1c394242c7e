import { room } from "../../../platform/room.ts";
import {
  Meetings,
  Presences,
  MeetingObjectives,
  MeetingDocuments,
  AgendaItems,
  MinutesTable,
  MinutesBlocks,
} from "./meeting.entity.ts";
import { meetingResolvers } from "./meeting.resolvers.ts";

export const meetingRoom = room({
  tables: [Meetings, Presences, MeetingObjectives, MeetingDocuments, AgendaItems, MinutesTable, MinutesBlocks],
  resolvers: [meetingResolvers],
  subjects: {
    MINUTES: {
      table: "minutes",
      readable: "it.state <> 'DRAFT'",
      told: {
        title: "(select title from meeting m where m.id = it.meeting_id)",
        words: "null",
        path: "(select '/meetings/' || m.slug from meeting m where m.id = it.meeting_id)",
        group: "(select group_id from meeting m where m.id = it.meeting_id)",
      },
    },
  },
});
