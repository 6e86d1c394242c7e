import { room } from "../../../platform/room.ts";
import { Adoptions, Errata } from "./adoption.entity.ts";
import { adoptionResolvers } from "./adoption.resolvers.ts";
import { followMergedOffice } from "./office.writes.ts";
import { feeding } from "./feeding.ts";
import { proofResolvers } from "./proof.resolvers.ts";
import {
  Proposals,
  Statements,
  StatementKeyPoints,
  StatementPassages,
  Objections,
  ProposalInitiatives,
  Asks,
} from "./proposal.entity.ts";
import { proposalResolvers } from "./proposal.resolvers.ts";
import { ProposalCarriers } from "./proposalCarrier.entity.ts";
import { scaffoldResolvers } from "./scaffold.resolvers.ts";
import { ProposalVersions } from "./version.entity.ts";
import { proposalVersionResolvers } from "./version.resolvers.ts";
import { Works } from "./work.entity.ts";

export const proposalRoom = room({
  tables: [
    Proposals,
    Statements,
    StatementKeyPoints,
    StatementPassages,
    Objections,
    ProposalInitiatives,
    Asks,
    Works,
    ProposalCarriers,
    ProposalVersions,
    Adoptions,
    Errata,
  ],
  resolvers: [proposalResolvers, proposalVersionResolvers, adoptionResolvers, proofResolvers, scaffoldResolvers],
  subjects: { PROPOSAL: { table: "proposal", readable: "it.state <> 'DRAFT'" } },
  hears: { "interlocutor.merged": (tx, id, { into }) => followMergedOffice(tx, id, String(into)) },
  followUps: { feeding },
});
