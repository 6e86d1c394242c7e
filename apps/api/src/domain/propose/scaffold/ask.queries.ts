import type { Context } from "../../../platform/context.ts";
import { atMost } from "../../../platform/data/bounded.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { toComeBack } from "../../ground/interlocutor/interlocutor.queries.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import { readableProposal } from "../proposal/proposal.queries.ts";
import { type Ask, Asks } from "./scaffold.entity.ts";

/** Asks of a proposal with their offices, in the order they were written. */
export const asksOf = (context: Context, proposalId: string): Promise<Ask[]> =>
  linkedCached(
    context,
    "proposal: asks",
    Asks,
    "it.proposal_id as key from ask it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
    proposalId,
  );

const askedFirst = atMost({
  table: "ask",
  parent: "interlocutor_id",
  where: "true",
  order: "one.text is null, one.id",
});

/** Asks that readable proposals make of an interlocutor. */
export const asksOfInterlocutor = (context: Context, interlocutorId: string): Promise<Ask[]> =>
  linkedCached(
    context,
    "proposal: asks of interlocutors",
    Asks,
    `it.interlocutor_id as key from ask it join proposal p on p.id = it.proposal_id
     where it.interlocutor_id = any($1::uuid[]) and ${readableProposal("$2", "p")} and ${askedFirst}
     order by it.text is null, p.number, it.position`,
    interlocutorId,
    [draftGroups(context.viewer)],
  );

/** Number of asks that a merged office would get back. */
export const asksOfMerged = (context: Context, officeId: string) =>
  toComeBack(context, officeId, "ask", { event: "interlocutor.asks_moved", name: "asks" });
