import { room } from "../../../platform/room.ts";
import { Territories } from "./territory.entity.ts";
import { territoryResolvers } from "./territory.resolvers.ts";

export const territoryRoom = room({
  tables: [Territories],
  resolvers: [territoryResolvers],
  searched: {
    TERRITORY: {
      table: "territory",
      readable: "true",
      title: "it.name",
      texts: "select '' as anchor, null as text",
      path: "'/territories/' || it.slug",
      group: "null::uuid",
      territory: "it.id",
      on: "null::date",
    },
  },
});
