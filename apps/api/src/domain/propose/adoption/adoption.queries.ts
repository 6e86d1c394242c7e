import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type Adoption, Adoptions, type Erratum, Errata } from "./adoption.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { readableProposal } from "../proposal/proposal.queries.ts";

/** The decision that adopted a proposal; null while there is none. */
export const adoptionOf = async ({ db, batch }: Context, proposalId: string): Promise<Adoption | null> =>
  (await batch("proposal: adoption", async (ids) => {
    const tail = "where it.proposal_id = any($1::uuid[])";
    return keyed(await rowsOf(db, Adoptions, "proposal: adoption", tail, [ids]), (row) => row.proposalId);
  })(proposalId)) ?? null;

/** Errata of an adopted text, oldest first. */
export const errataOf = (context: Context, proposalId: string): Promise<Erratum[]> =>
  linked(
    context,
    "proposal: errata",
    Errata,
    "it.proposal_id as key from erratum it where it.proposal_id = any($1::uuid[]) order by it.added_on, it.id",
    proposalId,
  );

/** Proposals that a proposal was split into. */
export const partsOfSplit = (context: Context, proposalId: string): Promise<Proposal[]> =>
  linked(
    context,
    "proposal: split into",
    Proposals,
    `it.split_from_id as key from proposal it
     where it.split_from_id = any($1::uuid[]) and ${readableProposal("$2")} order by it.number`,
    proposalId,
    [readingGroups(context.viewer)],
  );

/** Proposals merged into a proposal. */
export const mergedInto = (context: Context, proposalId: string): Promise<Proposal[]> =>
  linked(
    context,
    "proposal: merged into",
    Proposals,
    `it.merged_into_id as key from proposal it
     where it.merged_into_id = any($1::uuid[]) and ${readableProposal("$2")} order by it.number`,
    proposalId,
    [readingGroups(context.viewer)],
  );

/** Proposals adopted at a meeting. */
export const adoptedAt = (context: Context, meetingId: string): Promise<Proposal[]> =>
  linked(
    context,
    "proposal: adopted at",
    Proposals,
    `a.meeting_id as key from adoption a join proposal it on it.id = a.proposal_id
     where a.meeting_id = any($1::uuid[]) and ${readableProposal("$2")} order by it.number`,
    meetingId,
    [readingGroups(context.viewer)],
  );
