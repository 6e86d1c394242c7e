import { room } from "../../../platform/room.ts";
import { forgetSecondEntry } from "./entry.writes.ts";
import { refuseWhilePrinted } from "./sheet.commands.ts";
import { Sheets, SecondEntries } from "./sheet.entity.ts";
import { paperResolvers } from "./paper.resolvers.ts";
import { paperRoutes } from "./paper.routes.ts";
import { reportJobs } from "./report.jobs.ts";

export const paperRoom = room({
  tables: [Sheets, SecondEntries],
  resolvers: [paperResolvers],
  routes: [paperRoutes],
  jobs: [reportJobs],
  hears: {
    "response.withdrawn": ({ db }, id) => forgetSecondEntry(db, id),
    "questionnaire.unpublished": ({ db }, id) => refuseWhilePrinted(db, id),
  },
});
