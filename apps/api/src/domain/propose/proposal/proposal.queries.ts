import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { benchGroups } from "../../understand/passage/passage.policy.ts";
import type { Term } from "../../ground/theme/theme.entity.ts";
import { termsOf } from "../../ground/theme/theme.queries.ts";
import { agreed } from "./proposalCarrier.entity.ts";
import { type Ask, Asks, type Objection, Objections, type Proposal, Proposals } from "./proposal.entity.ts";
import type { Parts } from "./proposal.policy.ts";

/** What may be read of proposals `it`: all but drafts, and the drafts of a group for its team. */
export const readableProposal = (groups: string, it = "it") =>
  `(${it}.state <> 'DRAFT' or ${writtenProposal(groups, it)})`;

/** Whether the viewer writes a proposal, as `benchGroups` tells whose. */
export const writtenProposal = (groups: string, it = "it") =>
  `(${groups}::uuid[] is null or ${it}.group_id = any(${groups}::uuid[]))`;

/** The proposals that can be read, by number. */
export const proposalsToRead = ({ db, viewer }: Context): Promise<Proposal[]> =>
  rowsOf(db, Proposals, "proposal: all", `where ${readableProposal("$1")} order by it.number`, [benchGroups(viewer)]);

/** One of them. */
export async function proposalToRead({ db, viewer }: Context, slug: string): Promise<Proposal | null> {
  const tail = `where it.slug = $1 and ${readableProposal("$2")}`;
  return (await rowsOf(db, Proposals, "proposal: one", tail, [slug, benchGroups(viewer)]))[0] ?? null;
}

/** Kinds of levers by their keys, in the words of the closed list. */
export async function leversNamed(context: Context, keys: readonly string[]): Promise<Term[]> {
  const terms = context.batch("proposal: levers", async ([key]) => {
    return new Map([[key!, await termsOf(context, "LEVER_TYPE")]]);
  });
  return (await terms("all"))!.filter(({ key }) => keys.includes(key));
}

/** The proposals whose statements rest on a key point. */
export const proposalsOfKeyPoint = (context: Context, keyPointId: string): Promise<Proposal[]> =>
  linked(
    context,
    "proposal: of key points",
    Proposals,
    `l.key_point_id as key
     from (select distinct k.key_point_id, s.proposal_id from statement_key_point k
           join statement s on s.id = k.statement_id where k.key_point_id = any($1::uuid[])) l
     join proposal it on it.id = l.proposal_id where ${readableProposal("$2")} order by it.number`,
    keyPointId,
    [benchGroups(context.viewer)],
  );

/** The proposals that an initiative is an example of. */
export const proposalsOfInitiative = (context: Context, initiativeId: string): Promise<Proposal[]> =>
  linked(
    context,
    "proposal: of initiatives",
    Proposals,
    `l.initiative_id as key from proposal_initiative l join proposal it on it.id = l.proposal_id
     where l.initiative_id = any($1::uuid[]) and ${readableProposal("$2")} order by it.number`,
    initiativeId,
    [benchGroups(context.viewer)],
  );

/** What is held against a proposal. */
export const objectionsTo = (context: Context, proposalId: string): Promise<Objection[]> =>
  linked(
    context,
    "proposal: objections",
    Objections,
    "it.proposal_id as key from objection it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
    proposalId,
  );

/** What a proposal asks, and of whom: first what is written. */
export const asksOf = (context: Context, proposalId: string): Promise<Ask[]> =>
  linked(
    context,
    "proposal: asks",
    Asks,
    "it.proposal_id as key from ask it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
    proposalId,
  );

/** What the readable proposals ask of an interlocutor. */
export const asksOfInterlocutor = (context: Context, interlocutorId: string): Promise<Ask[]> =>
  linked(
    context,
    "proposal: asks of interlocutors",
    Asks,
    `it.interlocutor_id as key from ask it join proposal p on p.id = it.proposal_id
     where it.interlocutor_id = any($1::uuid[]) and ${readableProposal("$2", "p")}
     order by it.text is null, p.number, it.position`,
    interlocutorId,
    [benchGroups(context.viewer)],
  );

type CountedParts = Omit<Parts, "sources">;

/** What a proposal holds beside its sources and its carriers, counted. */
export async function partsOf({ db, batch }: Context, proposalId: string): Promise<CountedParts> {
  const loader = batch("proposal: parts", async (ids) =>
    keyed(await prepared<CountedParts & { key: string }>(db, "proposal: parts", partsText, [ids]), ({ key }) => key),
  );
  return (await loader(proposalId))!;
}

const partsText = `select p.id as key,
    count(distinct i.id)::int as examples,
    count(distinct i.region_id)::int as "exampleRegions",
    (select count(*)::int from objection where proposal_id = p.id and reply is not null) as "objectionsWithReply",
    (select count(*)::int from objection where proposal_id = p.id and blocking and reply is null)
      as "blockingWithoutReply",
    (select count(*)::int from proposal_carrier c where c.proposal_id = p.id and ${agreed}) as carriers,
    (select count(*)::int from ask where proposal_id = p.id and text is not null) as "interlocutorsWithAsk"
  from proposal p
  left join proposal_initiative l on l.proposal_id = p.id
  left join initiative i on i.id = l.initiative_id
  where p.id = any($1::uuid[]) group by p.id`;

/** An act, as the public history tells it. */
export interface ProposalAct {
  id: string;
  event: string;
  on: string;
  actorName: string | null;
  /** Why, where a reason was asked for. */
  reason: string | null;
}

/** What was done to a proposal, to its statements and of its amendments, newest first. */
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
  where (j.subject_type = 'proposal' and j.subject_id = any($1::uuid[]))
    or (j.subject_type in ('statement', 'amendment', 'objection', 'work') and j.data->>'proposalId' = any($1::text[]))
  order by j.recorded_at desc nulls last, j.recorded_on desc, j.id`;
