import { room } from "../../../platform/room.ts";
import { Documents } from "./document.entity.ts";
import { documentResolvers } from "./document.resolvers.ts";

export const documentRoom = room({
  tables: [Documents],
  resolvers: [documentResolvers],
  searched: {
    DOCUMENT: {
      table: "document",
      readable: "true",
      title: "it.title",
      texts: `select '' as anchor, it.purpose as text
        union all select '', regexp_replace(it.markdown, '<[^>]*>|[*_#>|]+', ' ', 'g')`,
      path: "'/documents/' || it.slug",
      group: "it.group_id",
      territory: "null::uuid",
      on: "it.published_on",
    },
  },
  subjects: {
    DOCUMENT: {
      table: "document",
      readable: "true",
      told: {
        title: "it.title",
        words: "null",
        path: "'/documents/' || it.slug",
        group: "coalesce(it.group_id, (select id from working_group order by id limit 1))",
      },
    },
  },
});
