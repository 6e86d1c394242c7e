import { room } from "../../../platform/room.ts";
import { feeding } from "./feeding.ts";
import { StatementKeyPoints, StatementPassages, Statements } from "./statement.entity.ts";
import { statementResolvers } from "./statement.resolvers.ts";
import { beginFrom } from "./statement.writes.ts";

export const statementRoom = room({
  tables: [Statements, StatementKeyPoints, StatementPassages],
  resolvers: [statementResolvers],
  hears: {
    "proposal.opened": async (tx, id, { keyPointId }) => {
      if (typeof keyPointId === "string") await beginFrom(tx, id, keyPointId);
    },
  },
  followUps: { feeding },
});
