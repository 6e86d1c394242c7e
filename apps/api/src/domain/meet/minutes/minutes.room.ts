import { room } from "../../../platform/room.ts";
import { MinutesBlocks, MinutesCorrections, MinutesErrata, MinutesTable } from "./minutes.entity.ts";
import { leaveMinutes } from "./minutes.erasure.ts";
import { minutesResolvers } from "./minutes.resolvers.ts";
import { minutesRoutes } from "./minutes.routes.ts";
import { minutesWritingResolvers } from "./writing.resolvers.ts";

export const minutesRoom = room({
  tables: [MinutesTable, MinutesBlocks, MinutesCorrections, MinutesErrata],
  resolvers: [minutesResolvers, minutesWritingResolvers],
  routes: [minutesRoutes],
  hears: { "person.erased": leaveMinutes },
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
