import type { Context } from "../../platform/context.ts";
import { linked } from "../../platform/linked.ts";
import { type ProposalVersion, ProposalVersions } from "./version.entity.ts";

/** As a proposal stood each time it changed since it became public, newest first. */
export const versionsOf = (context: Context, proposalId: string): Promise<ProposalVersion[]> =>
  linked(
    context,
    "proposal: versions",
    ProposalVersions,
    "it.proposal_id as key from proposal_version it where it.proposal_id = any($1::uuid[]) order by it.number desc",
    proposalId,
  );
