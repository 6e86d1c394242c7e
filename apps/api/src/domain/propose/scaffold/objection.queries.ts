import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { type Objection, Objections } from "./scaffold.entity.ts";

/** Objections to a proposal. */
export const objectionsTo = (context: Context, proposalId: string): Promise<Objection[]> =>
  linked(
    context,
    "proposal: objections",
    Objections,
    "it.proposal_id as key from objection it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
    proposalId,
  );
