import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalResolvers } from "./proposal.resolvers.ts";
import { publishDue } from "./proposal.writes.ts";

export const proposalRoom = room({
  tables: [Proposals],
  references: [Proposals],
  resolvers: [proposalResolvers],
  jobs: [(database: DataSource) => every(2, "publication", () => publishDue(database, new Date()))],
  usesTerms: { LEVER_TYPE: "select unnest(lever_types) from proposal" },
  writtenTo: {
    table: "proposal",
    group: "it.group_id",
    title: "it.title",
    path: "'/proposals/' || it.slug",
    open: "it.state in ('OPEN', 'STABILISED')",
  },
  subjects: {
    PROPOSAL: {
      table: "proposal",
      readable: "it.state <> 'DRAFT'",
      parts: "select s.part from statement s where s.proposal_id = it.id",
      told: { title: "it.title", words: "it.summary", path: "'/proposals/' || it.slug", group: "it.group_id" },
    },
  },
});
