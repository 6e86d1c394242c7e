import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { type Work, Works } from "./work.entity.ts";

/** References of a proposal, in its order. */
export const worksOf = (context: Context, proposalId: string): Promise<Work[]> =>
  linkedCached(
    context,
    "proposal: works",
    Works,
    "it.proposal_id as key from work it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
    proposalId,
  );
