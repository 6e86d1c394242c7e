import { room } from "../../../platform/room.ts";
import {
  Meetings,
  MeetingObjectives,
  MeetingDocuments,
  AgendaItems,
  MinutesTable,
  MinutesBlocks,
} from "./meeting.entity.ts";
import { meetingResolvers } from "./meeting.resolvers.ts";

export const meetingRoom = room({
  tables: [Meetings, MeetingObjectives, MeetingDocuments, AgendaItems, MinutesTable, MinutesBlocks],
  resolvers: [meetingResolvers],
  subjects: { MINUTES: { table: "minutes", readable: "it.state <> 'DRAFT'" } },
});
