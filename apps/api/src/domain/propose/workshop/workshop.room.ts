import { room } from "../../../platform/room.ts";
import { OpenWorkshops } from "./workshop.entity.ts";
import { closeWith, forgetClosed } from "./workshop.purges.ts";
import { workshopResolvers } from "./workshop.resolvers.ts";

export const workshopRoom = room({
  tables: [OpenWorkshops],
  resolvers: [workshopResolvers],
  hears: { "person.erased": closeWith },
  purges: { workshop: forgetClosed },
});
