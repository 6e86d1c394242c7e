import { room } from "../../../platform/room.ts";
import { NotebookLines } from "./notebookLine.entity.ts";
import { notebookLineResolvers } from "./notebookLine.resolvers.ts";

export const notebookLineRoom = room({
  tables: [NotebookLines],
  resolvers: [notebookLineResolvers],
});
