import { room } from "../../../platform/room.ts";
import { forgetSecondEntry } from "./entry.writes.ts";
import { Sheets, SecondEntries } from "./sheet.entity.ts";
import { sheetResolvers } from "./sheet.resolvers.ts";
import { sheetRoutes } from "./sheet.routes.ts";

export const paperRoom = room({
  tables: [Sheets, SecondEntries],
  resolvers: [sheetResolvers],
  routes: [sheetRoutes],
  hears: { "response.withdrawn": ({ db }, id) => forgetSecondEntry(db, id) },
});
