import { room } from "../../../platform/room.ts";
import { Objectives, ObjectiveWordings, WorkingGroups } from "./group.entity.ts";
import { namesOfGroups } from "./group.queries.ts";
import { groupResolvers } from "./group.resolvers.ts";
import { launchResolvers } from "./launch.resolvers.ts";

export const groupRoom = room({
  tables: [WorkingGroups, Objectives, ObjectiveWordings],
  references: [WorkingGroups, Objectives],
  resolvers: [groupResolvers, launchResolvers],
  reserves: namesOfGroups,
  searched: {
    OBJECTIVE: {
      table: "objective",
      readable: "it.withdrawn_on is null",
      title: "it.name",
      texts: "select '' as anchor, unnest(array[it.question, it.expected_output]) as text",
      path: "'/objectives/' || it.slug",
      group: "it.group_id",
      territory: "null::uuid",
      on: "null::date",
    },
  },
});
