import { room } from "../../../platform/room.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalResolvers } from "./proposal.resolvers.ts";

export const proposalRoom = room({
  tables: [Proposals],
  resolvers: [proposalResolvers],
  usesTerms: { LEVER_TYPE: "select unnest(lever_types) from proposal" },
  subjects: {
    PROPOSAL: {
      table: "proposal",
      readable: "it.state <> 'DRAFT'",
      told: { title: "it.title", words: "it.summary", path: "'/proposals/' || it.slug", group: "it.group_id" },
    },
  },
});
