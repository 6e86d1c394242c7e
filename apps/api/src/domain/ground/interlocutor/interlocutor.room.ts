import { room } from "../../../platform/room.ts";
import { Interlocutors } from "./interlocutor.entity.ts";
import { interlocutorResolvers } from "./interlocutor.resolvers.ts";

export const interlocutorRoom = room({
  tables: [Interlocutors],
  references: [Interlocutors],
  resolvers: [interlocutorResolvers],
  searched: {
    INTERLOCUTOR: {
      table: "interlocutor",
      readable: "it.merged_into_id is null",
      title: "it.name",
      texts: "select '' as anchor, unnest(array[it.remit, it.approach]) as text",
      path: "'/interlocutors/' || it.slug",
      group: "null::uuid",
      territory: "it.territory_id",
      on: "null::date",
    },
  },
  usesTerms: { INTERLOCUTOR_CATEGORY: "select category from interlocutor" },
});
