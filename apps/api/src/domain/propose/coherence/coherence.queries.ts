import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { linkedProposals, readableProposal } from "../proposal/proposal.queries.ts";
import { type CoherenceNote, CoherenceNotes } from "./coherence.entity.ts";

/** SQL: notes `it` the viewer may read: all their proposals are readable. */
const readable = (groups: string) => `not exists (
  select from coherence_note_proposal l join proposal p on p.id = l.proposal_id
  where l.note_id = it.id and not ${readableProposal(groups, "p")})`;

const order = "it.state <> 'OPEN', coalesce(it.settled_on, it.noted_on) desc, it.id";

/** Notes between proposals, open ones first. */
export const coherenceNotes = ({ db, viewer }: Context): Promise<CoherenceNote[]> =>
  rowsOf(db, CoherenceNotes, "coherence: all", `where ${readable("$1")} order by ${order} limit 500`, [
    draftGroups(viewer),
  ]);

/** Notes between a proposal and others. */
export const coherenceOf = (context: Context, proposalId: string): Promise<CoherenceNote[]> =>
  linkedCached(
    context,
    "coherence: of proposals",
    CoherenceNotes,
    `about.proposal_id as key from coherence_note_proposal about join coherence_note it on it.id = about.note_id
     where about.proposal_id = any($1::uuid[]) and ${readable("$2")} order by ${order}`,
    proposalId,
    [draftGroups(context.viewer)],
  );

/** The proposals that a note is about, by number. */
export const proposalsNoted = (context: Context, noteId: string): Promise<Proposal[]> =>
  linkedProposals(
    context,
    "coherence: proposals",
    "l.note_id",
    "coherence_note_proposal l join proposal it on it.id = l.proposal_id",
    noteId,
  );
