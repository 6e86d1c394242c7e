import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { linkedCached, rowNamed } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { hashOfWords } from "../version/version.writes.ts";
import { draftGroups } from "./proposal.policy.ts";
import { type Proposal, Proposals } from "./proposal.entity.ts";

/** SQL: proposals `it` the viewer may read: all but drafts, and those of their groups; `groups` comes from `draftGroups`. */
export const readableProposal = (groups: string, it = "it") =>
  `(${it}.state <> 'DRAFT' or ${writtenProposal(groups, it)})`;

/** SQL: proposals `it` the viewer writes; `groups` comes from `readingGroups`. */
export const writtenProposal = (groups: string, it = "it") =>
  `(${groups}::uuid[] is null or ${it}.group_id = any(${groups}::uuid[]))`;

/** A readable proposal by its slug. */
export function proposalToRead(context: Context, slug: string): Promise<Proposal | null> {
  const tail = `where it.slug = $1 and ${readableProposal("$2")}`;
  return rowNamed(context, "proposal: one", Proposals, tail, [slug, draftGroups(context.viewer)]);
}

/**
 * Readable proposals `it` that hang from a row of another table, by number. `key` is the SQL of the id of that row, `from`
 * what follows « from », with `it` in it.
 */
export const linkedProposals = (context: Context, name: string, key: string, from: string, id: string) =>
  linkedCached(
    context,
    name,
    Proposals,
    `${key} as key from ${from} where ${key} = any($1::uuid[]) and ${readableProposal("$2")} order by it.number, it.id`,
    id,
    [draftGroups(context.viewer)],
  );

/** The proposals whose statements rest on a key point. */
export const proposalsOfKeyPoint = (context: Context, keyPointId: string): Promise<Proposal[]> =>
  linkedProposals(
    context,
    "proposal: of key points",
    "l.key_point_id",
    `(select distinct k.key_point_id, s.proposal_id from statement_key_point k
      join statement s on s.id = k.statement_id where k.key_point_id = any($1::uuid[])) l
     join proposal it on it.id = l.proposal_id`,
    keyPointId,
  );

/** A proposal that another one names; null if the viewer may not read it. */
export const named = async (context: Context, id: string | null): Promise<Proposal | null> =>
  id === null
    ? null
    : ((
        await linkedCached(
          context,
          "proposal: named",
          Proposals,
          `it.id as key from proposal it where it.id = any($1::uuid[]) and ${readableProposal("$2")}`,
          id,
          [draftGroups(context.viewer)],
        )
      )[0] ?? null);

/** An act in the public history of a proposal. */
export interface ProposalAct {
  id: string;
  event: string;
  on: string;
  actorName: string | null;
  /** The reason, for acts that need one. */
  reason: string | null;
}

/**
 * Acts on a proposal, its statements and its amendments, newest first. A sentence is saved as one types: of the
 * rewordings by one person in one day, the last is told.
 */
export async function historyOf({ db, batch }: Context, proposalId: string): Promise<ProposalAct[]> {
  const loader = batch("proposal: history", async (ids) => {
    const entries = await prepared<ProposalAct & { key: string }>(db, "proposal: history", historyText, [ids]);
    return Map.groupBy(entries, ({ key }) => key);
  });
  return (await loader(proposalId)) ?? [];
}

const historyText = `select coalesce(j.data->>'proposalId', j.subject_id::text) as key, j.id, j.event,
    j.recorded_on as on, nullif(p.display_name, '') as "actorName", j.data->>'reason' as reason
  from journal_entry j left join person p on p.id = j.actor_id
  where ((j.subject_type = 'proposal' and j.subject_id = any($1::uuid[]))
    or (j.subject_type in ('statement', 'amendment', 'objection', 'work') and j.data->>'proposalId' = any($1::text[])))
    and not (j.event in ('proposal.edited', 'statement.reworded') and exists (select from journal_entry l
      where l.subject_type = j.subject_type and l.subject_id = j.subject_id and l.event = j.event
        and l.actor_id = j.actor_id and l.recorded_on = j.recorded_on and l.recorded_at > j.recorded_at))
  order by j.recorded_at desc nulls last, j.recorded_on desc, j.id limit 2000`;

/** True if words changed since somebody asked that a draft be made public. */
export const changedSinceAsked = async (db: EntityManager, it: Proposal) =>
  it.publicationAskedById !== null && it.publicationAskedHash !== (await hashOfWords(db, it.id));
