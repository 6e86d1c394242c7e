import { room } from "../../../platform/room.ts";
import { KeyPoints, KeyPointMerges } from "./keyPoint.entity.ts";
import { stated } from "./keyPoint.sql.ts";
import { keyPointResolvers } from "./keyPoint.resolvers.ts";

export const keyPointRoom = room({
  tables: [KeyPoints, KeyPointMerges],
  references: [KeyPoints],
  resolvers: [keyPointResolvers],
  searched: {
    KEY_POINT: {
      table: "key_point",
      readable: stated("it"),
      title: "it.sentence",
      texts: "select '' as anchor, null as text",
      path: "'/key-points/' || it.id",
      group: "(select group_id from objective o where o.id = it.objective_id)",
      territory: "null::uuid",
      on: "it.stated_on",
    },
  },
  subjects: {
    KEY_POINT: {
      table: "key_point",
      readable: "it.state = 'STATED'",
      together: "select k.id from key_point k where $1 in (k.id, k.merged_into_id)",
      told: {
        title: "null",
        words: "it.sentence",
        path: "'/key-points/' || it.id",
        group: "(select group_id from objective o where o.id = it.objective_id)",
      },
    },
  },
});
