import { room } from "../../../platform/room.ts";
import { Documents, DocumentServices, DocumentVersions } from "./document.entity.ts";
import { moderatedDocument } from "./moderated.ts";
import { documentResolvers } from "./document.resolvers.ts";
import { documentRoutes } from "./document.routes.ts";
import { readableDocument } from "./document.sql.ts";
import { sheetRoutes } from "./sheet.routes.ts";
import { nameTemplates } from "./template.names.ts";

export const documentRoom = room({
  tables: [Documents, DocumentVersions, DocumentServices],
  resolvers: [documentResolvers],
  routes: [documentRoutes, sheetRoutes],
  moderated: { DOCUMENT: moderatedDocument },
  hears: { "instance.edited": nameTemplates },
  searched: {
    DOCUMENT: {
      table: "document",
      readable: readableDocument("it"),
      title: "it.title",
      texts: `select '' as anchor, it.purpose as text
        union all select '', regexp_replace(it.markdown, '<[^>]*>|[*_#>|]+', ' ', 'g')
        union all select '', v.words from document_version v where v.document_id = it.id and v.number = it.version`,
      path: "'/documents/' || it.slug",
      group: "it.group_id",
      territory: "null::uuid",
      on: "it.published_on",
    },
  },
  subjects: {
    DOCUMENT: {
      table: "document",
      readable: readableDocument("it"),
      pages:
        "select v.pages, v.number as version from document_version v where v.document_id = it.id and v.number = it.version",
      told: {
        title: "it.title",
        words: "null",
        path: "'/documents/' || it.slug",
        group: "coalesce(it.group_id, (select id from working_group order by id limit 1))",
      },
    },
  },
});
