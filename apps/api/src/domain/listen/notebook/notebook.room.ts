import { room } from "../../../platform/room.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { groupOfText } from "../contribution/contribution.sql.ts";
import { eraseNotebook } from "./notebook.commands.ts";
import { NotebookFiles } from "./notebook.entity.ts";
import { notebookResolvers } from "./notebook.resolvers.ts";
import { notebookRoutes } from "./notebook.routes.ts";

/** Its title, else who wrote it. */
const title = "coalesce((select t.title from imported_text t where t.contribution_id = it.id), it.author_name)";

export const notebookRoom = room({
  tables: [NotebookFiles],
  routes: [notebookRoutes],
  resolvers: [notebookResolvers],
  searched: {
    NOTEBOOK: {
      table: "contribution",
      readable: `${visible("it")} and it.channel = 'NOTEBOOK'`,
      words: { table: "contribution_search", id: "contribution_id", day: "told", which: "s.notebook" },
      title,
      texts: "select '' as anchor, it.body as text",
      path: "'/notebooks/' || it.id",
      group: groupOfText("it"),
      territory: "it.territory_id",
      inRegion: (region) => `it.region_id = ${region}`,
      on: "it.contributed_on",
    },
  },
  erases: { "notebook.withdrawn": eraseNotebook },
});
