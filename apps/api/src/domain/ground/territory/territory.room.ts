import { room } from "../../../platform/room.ts";
import { Territories } from "./territory.entity.ts";
import { territoryResolvers } from "./territory.resolvers.ts";

export const territoryRoom = room({
  tables: [Territories],
  references: [Territories],
  resolvers: [territoryResolvers],
  searched: {
    TERRITORY: {
      table: "territory",
      // A region of 2012 that still stands is found once, as today's.
      readable:
        "not (it.kind = 'REGION_2012' and exists (select from territory t where t.kind = 'REGION' and t.name = it.name))",
      title: "it.name",
      texts: "select '' as anchor, null as text",
      path: "'/territories/' || it.slug",
      group: "null::uuid",
      territory: "it.id",
      on: "null::date",
    },
  },
});
