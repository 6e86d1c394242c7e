import { room } from "../../../platform/room.ts";
import { WorkingGroups, Objectives } from "./group.entity.ts";
import { namesOfGroups } from "./group.queries.ts";
import { groupResolvers } from "./group.resolvers.ts";

export const groupRoom = room({
  tables: [WorkingGroups, Objectives],
  resolvers: [groupResolvers],
  reserves: namesOfGroups,
});
