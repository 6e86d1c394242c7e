import { room } from "../../../platform/room.ts";
import { AgendaItems, MeetingDocuments, MeetingObjectives, Meetings, Presences } from "./meeting.entity.ts";
import { leaveAgendas } from "./meeting.erasure.ts";
import { meetingResolvers } from "./meeting.resolvers.ts";

export const meetingRoom = room({
  tables: [Meetings, Presences, MeetingObjectives, MeetingDocuments, AgendaItems],
  hears: { "person.erased": leaveAgendas },
  resolvers: [meetingResolvers],
});
