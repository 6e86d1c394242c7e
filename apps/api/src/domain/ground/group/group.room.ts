import { room } from "../../../platform/room.ts";
import { Objectives, ObjectiveWordings, WorkingGroups } from "./group.entity.ts";
import { namesOfGroups } from "./group.queries.ts";
import { groupResolvers } from "./group.resolvers.ts";
import { launchResolvers } from "./launch.resolvers.ts";

export const groupRoom = room({
  tables: [WorkingGroups, Objectives, ObjectiveWordings],
  resolvers: [groupResolvers, launchResolvers],
  reserves: namesOfGroups,
});
