import { room } from "../../../platform/room.ts";
import { MeetingFileContents, MeetingFiles } from "./file.entity.ts";
import { meetingFileRoutes } from "./file.routes.ts";
import { AgendaItems, MeetingDocuments, MeetingObjectives, Meetings, Presences } from "./meeting.entity.ts";
import { leaveAgendas } from "./meeting.erasure.ts";
import { meetingResolvers } from "./meeting.resolvers.ts";

export const meetingRoom = room({
  tables: [MeetingFiles, MeetingFileContents, Meetings, Presences, MeetingObjectives, MeetingDocuments, AgendaItems],
  hears: { "person.erased": leaveAgendas },
  resolvers: [meetingResolvers],
  routes: [meetingFileRoutes],
});
