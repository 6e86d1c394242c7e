import { room } from "../../../platform/room.ts";
import { followMergedOffice } from "./ask.writes.ts";
import { exampleResolvers } from "./examples.resolvers.ts";
import { ProposalCarriers } from "./proposalCarrier.entity.ts";
import { Asks, Objections, ProposalInitiatives } from "./scaffold.entity.ts";
import { scaffoldResolvers } from "./scaffold.resolvers.ts";
import { Works } from "./work.entity.ts";

export const scaffoldRoom = room({
  tables: [Objections, ProposalInitiatives, Asks, Works, ProposalCarriers],
  resolvers: [exampleResolvers, scaffoldResolvers],
  hears: { "interlocutor.merged": (tx, id, { into }) => followMergedOffice(tx, id, String(into)) },
});
