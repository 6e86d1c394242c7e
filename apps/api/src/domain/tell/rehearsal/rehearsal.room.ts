import { room } from "../../../platform/room.ts";
import { unseatPerson } from "./copy.writes.ts";
import { eraseAtOpening } from "./rehearsal.commands.ts";
import { rehearsalResolvers } from "./rehearsal.resolvers.ts";
import { rehearsalRoutes } from "./rehearsal.routes.ts";

export const rehearsalRoom = room({
  resolvers: [rehearsalResolvers],
  routes: [rehearsalRoutes],
  hears: { "group.opened": eraseAtOpening, "person.erased": unseatPerson },
});
