import { room } from "../../../platform/room.ts";
import { publicProposal } from "../proposal/proposal.sql.ts";
import { feeding } from "./feeding.ts";
import { StatementKeyPoints, StatementPassages, Statements } from "./statement.entity.ts";
import { statementResolvers } from "./statement.resolvers.ts";
import { beginFrom, removeAll } from "./statement.writes.ts";

export const statementRoom = room({
  tables: [Statements, StatementKeyPoints, StatementPassages],
  resolvers: [statementResolvers],
  hears: {
    "proposal.opened": async (tx, id, { keyPointId }) => {
      if (typeof keyPointId === "string") await beginFrom(tx, id, keyPointId);
    },
    "proposal.removed": ({ db }, id) => removeAll(db, id),
  },
  followUps: { feeding },
  searched: {
    PROPOSAL: {
      table: "proposal",
      readable: publicProposal("it"),
      title: "it.title",
      texts: `select '' as anchor, it.summary as text
        union all select '#s-' || st.id, st.text from statement st where st.proposal_id = it.id`,
      path: "'/proposals/' || it.slug",
      group: "it.group_id",
      territory: "null::uuid",
      on: "coalesce(it.state_on, it.created_on)",
    },
  },
});
