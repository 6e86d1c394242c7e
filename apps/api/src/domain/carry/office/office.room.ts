import { room } from "../../../platform/room.ts";
import { OfficeLinks, OfficeReplies } from "./office.entity.ts";
import { officeForms } from "./office.forms.ts";
import { officeResolvers } from "./office.resolvers.ts";
import { officeRoutes } from "./office.routes.ts";

export const officeRoom = room({
  tables: [OfficeLinks, OfficeReplies],
  resolvers: [officeResolvers],
  routes: [officeRoutes, officeForms],
});
