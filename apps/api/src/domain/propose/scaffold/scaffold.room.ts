import { room } from "../../../platform/room.ts";
import { followMergedOffice, giveBackToOffice } from "./ask.writes.ts";
import { exampleResolvers } from "./examples.resolvers.ts";
import { forgetExample } from "./examples.writes.ts";
import { ProposalCarriers } from "./proposalCarrier.entity.ts";
import { Asks, Objections, ProposalInitiatives } from "./scaffold.entity.ts";
import { scaffoldResolvers } from "./scaffold.resolvers.ts";
import { Works } from "./work.entity.ts";

const tables = [Objections, ProposalInitiatives, Asks, Works, ProposalCarriers];

export const scaffoldRoom = room({
  tables,
  resolvers: [exampleResolvers, scaffoldResolvers],
  hears: {
    "initiative.withdrawn": ({ db }, id) => forgetExample(db, id),
    "interlocutor.merged": (tx, id, { into }) => followMergedOffice(tx, id, String(into)),
    "interlocutor.unmerged": (tx, id, { from }) => giveBackToOffice(tx, id, String(from)),
    "proposal.removed": async ({ db }, proposalId) => {
      for (const table of tables) await db.delete(table, { proposalId });
    },
  },
});
