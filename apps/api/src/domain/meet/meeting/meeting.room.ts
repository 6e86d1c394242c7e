import { zone } from "../../../platform/day.ts";
import { room } from "../../../platform/room.ts";
import { MeetingFileContents, MeetingFiles } from "./file.entity.ts";
import { meetingFileRoutes } from "./file.routes.ts";
import { AgendaItems, MeetingDocuments, MeetingObjectives, Meetings, Presences } from "./meeting.entity.ts";
import { leaveAgendas } from "./meeting.erasure.ts";
import { announced } from "./meeting.sql.ts";
import { meetingResolvers } from "./meeting.resolvers.ts";

export const meetingRoom = room({
  tables: [MeetingFiles, MeetingFileContents, Meetings, Presences, MeetingObjectives, MeetingDocuments, AgendaItems],
  references: [Meetings],
  hears: { "person.erased": leaveAgendas },
  resolvers: [meetingResolvers],
  routes: [meetingFileRoutes],
  writtenTo: {
    table: "meeting",
    group: "it.group_id",
    title: "it.title",
    path: "'/meetings/' || it.slug",
    open: "not it.draft and it.cancelled_reason is null and it.starts_at > now() - interval '60 days'",
  },
  searched: {
    MEETING: {
      table: "meeting",
      readable: announced("it"),
      title: "concat_ws(' · ', it.title, it.place)",
      texts: `select '' as anchor, it.purpose as text
        union all select '', a.title from agenda_item a where a.meeting_id = it.id`,
      path: "'/meetings/' || it.slug",
      group: "it.group_id",
      territory: "it.territory_id",
      on: `(it.starts_at at time zone '${zone}')::date`,
    },
  },
});
