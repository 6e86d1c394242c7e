import { room } from "../../../platform/room.ts";
import { eraseNotebook } from "./notebook.commands.ts";
import { notebookResolvers } from "./notebook.resolvers.ts";

export const notebookRoom = room({
  resolvers: [notebookResolvers],
  erases: { "notebook.withdrawn": eraseNotebook },
});
