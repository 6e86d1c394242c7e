import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import {
  type Adoption,
  Adoptions,
  type Erratum,
  Errata,
  type RecordedAdoption,
  RecordedAdoptions,
} from "./adoption.entity.ts";
import { draftGroups, isSecond, proposalPolicy } from "../proposal/proposal.policy.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { linkedProposals, writtenProposal } from "../proposal/proposal.queries.ts";

/** The decision that adopted a proposal; null while there is none. */
export const adoptionOf = async ({ db, cached }: Context, proposalId: string): Promise<Adoption | null> =>
  (await cached("proposal: adoption", async (ids) => {
    const tail = "where it.proposal_id = any($1::uuid[])";
    return keyed(await rowsOf(db, Adoptions, "proposal: adoption", tail, [ids]), (row) => row.proposalId);
  })(proposalId)) ?? null;

/** An adoption that waits to be confirmed, for those who decide upon it. */
export async function recordedOf({ db, batch, viewer }: Context, proposal: Proposal): Promise<RecordedAdoption | null> {
  if (!proposalPolicy.decide(viewer, proposal)) return null;
  const loader = batch("proposal: recorded adoption", async (ids) => {
    const tail = "where it.proposal_id = any($1::uuid[])";
    return keyed(
      await rowsOf(db, RecordedAdoptions, "proposal: recorded adoption", tail, [ids]),
      (row) => row.proposalId,
    );
  });
  return (await loader(proposal.id)) ?? null;
}

/** True if the viewer is the second person that a recorded adoption waits for. */
export async function mayAdopt(context: Context, proposal: Proposal): Promise<boolean> {
  const recorded = await recordedOf(context, proposal);
  if (!recorded) return false;
  const group = (await context.load(WorkingGroups, proposal.groupId))!;
  return group.smallTeam || isSecond(context.viewer, recorded.recordedById);
}

/** Proposals that somebody asked to make public, or to adopt, and that the viewer may confirm as the second person. */
export const proposalsToConfirm = async ({ db, viewer }: Context): Promise<Proposal[]> =>
  viewer.id === null
    ? []
    : rowsOf(
        db,
        Proposals,
        "proposal: to confirm",
        `left join recorded_adoption a on a.proposal_id = it.id
         where (it.state = 'DRAFT' and it.publication_asked_by_id <> $2 or it.state = 'STABILISED' and a.recorded_by_id <> $2)
           and ${writtenProposal("$1")} order by it.number, it.id limit 50`,
        [draftGroups(viewer), viewer.id],
      );

/** Errata of an adopted text, oldest first. */
export const errataOf = (context: Context, proposalId: string): Promise<Erratum[]> =>
  linkedCached(
    context,
    "proposal: errata",
    Errata,
    "it.proposal_id as key from erratum it where it.proposal_id = any($1::uuid[]) order by it.added_on, it.id",
    proposalId,
  );

/** Proposals that a proposal was split into. */
export const partsOfSplit = (context: Context, proposalId: string): Promise<Proposal[]> =>
  linkedProposals(context, "proposal: split into", "it.split_from_id", "proposal it", proposalId);

/** Proposals merged into a proposal. */
export const mergedInto = (context: Context, proposalId: string): Promise<Proposal[]> =>
  linkedProposals(context, "proposal: merged into", "it.merged_into_id", "proposal it", proposalId);

/** Proposals adopted at a meeting. */
export const adoptedAt = (context: Context, meetingId: string): Promise<Proposal[]> =>
  linkedProposals(
    context,
    "proposal: adopted at",
    "a.meeting_id",
    "adoption a join proposal it on it.id = a.proposal_id",
    meetingId,
  );
