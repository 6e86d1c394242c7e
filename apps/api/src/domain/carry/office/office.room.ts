import { room } from "../../../platform/room.ts";
import { OfficeLinks, OfficeReplies } from "./office.entity.ts";
import { officeForms } from "./office.forms.ts";
import { refuseWhileHeld } from "./confirm.commands.ts";
import { officeResolvers } from "./office.resolvers.ts";
import { officeRoutes } from "./office.routes.ts";

export const officeRoom = room({
  tables: [OfficeLinks, OfficeReplies],
  resolvers: [officeResolvers],
  hears: { "handover.handing_taken_back": ({ db }, id) => refuseWhileHeld(db, id) },
  routes: [officeRoutes, officeForms],
});
