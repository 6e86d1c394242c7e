import { room } from "../../../platform/room.ts";
import { Candidacies, RegionalGroups, RegionalMembers } from "./regionalGroup.entity.ts";
import { regionalGroupResolvers } from "./regionalGroup.resolvers.ts";

export const regionalGroupRoom = room({
  tables: [RegionalGroups, RegionalMembers, Candidacies],
  resolvers: [regionalGroupResolvers],
});
