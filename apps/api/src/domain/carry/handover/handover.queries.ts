import { longestRegister } from "@cahier/schema/limits";
import { canCarry } from "../../ground/role/role.queries.ts";
import type { HandoverFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { atMost, readToEnd } from "../../../platform/data/bounded.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { authorize } from "../../../platform/refusal.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { placesAround, toComeBack } from "../../ground/interlocutor/interlocutor.queries.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../../propose/proposal/proposal.entity.ts";
import { draftGroups } from "../../propose/proposal/proposal.policy.ts";
import { readableProposal } from "../../propose/proposal/proposal.queries.ts";
import { type Commitment, Commitments, type Handover, Handovers } from "./handover.entity.ts";
import { stateOf } from "./handover.state.ts";

/** Handovers `it` of proposals `p` that can be read. */
const readable = (groups: string) => `join proposal p on p.id = it.proposal_id and ${readableProposal(groups, "p")}`;

const latest = (it: string) =>
  `coalesce(${it}.replied_on, ${it}.handed_over_on, ${it}.contacted_on, ${it}.opened_on, '-infinity')`;
const newest = `${latest("it")} desc, it.id`;

/** Handovers, by latest event first, or those that follow one. */
export const handovers = (
  { db, viewer, now }: Context,
  filter?: HandoverFilter | null,
  after?: string | null,
): Promise<Handover[]> =>
  rowsOf(
    db,
    Handovers,
    "handover: all",
    `${readable("$1")} join interlocutor i on i.id = it.interlocutor_id
     where ($2::text is null or i.level = $2) and ($3::text is null or p.slug = $3)
       and ($4::text is null or i.territory_id in (${placesAround("$4")}) or it.carrier_territory_id in (${placesAround("$4")}))
       and ($5::text is null or ${stateOf("$6")} = $5)
       and ($8::text is null or p.group_id = (select g.id from working_group g where g.slug = $8))
       and ($7::uuid is null or exists (select from handover last where last.id = $7 and (${latest("it")} < ${latest("last")}
         or (${latest("it")} = ${latest("last")} and it.id > last.id))))
     order by ${newest} limit ${longestRegister}`,
    [
      draftGroups(viewer),
      ...[filter?.level, filter?.proposal, filter?.territory, filter?.state].map(
        (it) => it?.replaceAll("\0", "") || null,
      ),
      dayOf(now),
      after && isId(after) ? after : null,
      filter?.group?.replaceAll("\0", "") || null,
    ],
  );

/** All of them, a part after the other. */
export const everyHandover = (context: Context) =>
  readToEnd(longestRegister, (after) => handovers(context, null, after));

/** Proposals that were carried, by number: the first hundred. */
export const carriedProposals = ({ db, viewer }: Context): Promise<Proposal[]> =>
  rowsOf(
    db,
    Proposals,
    "proposal: carried",
    `where ${readableProposal("$1")} and exists (select from handover h where h.proposal_id = it.id)
     order by it.number, it.id limit 100`,
    [draftGroups(viewer)],
  );

/** A readable handover by its id. */
export async function handoverOf({ db, viewer }: Context, id: string): Promise<Handover | null> {
  if (!isId(id)) return null;
  const tail = `${readable("$2")} where it.id = $1`;
  return (await rowsOf(db, Handovers, "handover: one", tail, [id, draftGroups(viewer)]))[0] ?? null;
}

/** Handovers of a proposal. */
export const handoversOfProposal = (context: Context, proposalId: string) =>
  linkedHandovers(context, "proposals", "it.proposal_id", proposalId);

/** Handovers to an interlocutor. */
export const handoversTo = (context: Context, interlocutorId: string) =>
  linkedHandovers(context, "interlocutors", "it.interlocutor_id", interlocutorId);

/** Handovers, of readable proposals, that a person was asked to carry and did not decline. */
export async function carriedBy(context: Context, personId: string): Promise<Handover[]> {
  const all = await linkedHandovers(context, "carriers", "it.carrier_person_id", personId);
  return all.filter(({ carrierConsent }) => carrierConsent === "ASKED" || carrierConsent === "AGREED");
}

const linkedHandovers = (context: Context, of: string, key: string, id: string): Promise<Handover[]> =>
  linkedCached(
    context,
    `handover: of ${of}`,
    Handovers,
    `${key} as key from handover it ${readable("$2")} where ${key} = any($1::uuid[])
       and ${atMost({ table: "handover", parent: key.slice(3), where: "true", order: `${latest("one")} desc, one.id` })}
     order by ${newest}`,
    id,
    [draftGroups(context.viewer)],
  );

/** Commitments of an office, by due day; undated ones last. */
export const commitmentsOf = (context: Context, handoverId: string): Promise<Commitment[]> =>
  linked(
    context,
    "handover: commitments",
    Commitments,
    "it.handover_id as key from commitment it where it.handover_id = any($1::uuid[]) order by it.due_on nulls last, it.id",
    handoverId,
  );

/** People who can be asked to carry a proposal: they hold a right and have a name. */
export async function possibleCarriers({ db, viewer }: Context) {
  authorize(readingPolicy.hold(viewer));
  return prepared<{ id: string; displayName: string }>(
    db,
    "handover: possible carriers",
    `select p.id, p.display_name as "displayName" from person p
     where ${canCarry} order by p.display_name, p.id limit 500`,
  );
}

/** Number of handovers that a merged office would get back. */
export const handoversOfMerged = (context: Context, officeId: string) =>
  toComeBack(context, officeId, "handover", { event: "interlocutor.handovers_moved", name: "handovers" });
