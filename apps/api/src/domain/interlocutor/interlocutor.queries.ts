import type { Context } from "../../platform/context.ts";
import { linked } from "../../platform/linked.ts";
import { rowsOf } from "../../platform/statement.ts";
import { isId } from "../../platform/text.ts";
import { benchGroups } from "../passage/passage.policy.ts";
import { readableProposal } from "../proposal/proposal.queries.ts";
import { type Handover, Handovers, type Interlocutor, Interlocutors } from "./interlocutor.entity.ts";

/** From the nearest office to the farthest. */
const levels = "array['LOCAL', 'DEPARTMENT', 'REGIONAL', 'NATIONAL', 'EUROPEAN']";

/** The offices that can decide. */
export const interlocutors = ({ db }: Context): Promise<Interlocutor[]> =>
  rowsOf(db, Interlocutors, "interlocutor: all", `order by array_position(${levels}, it.level), it.name`);

/** One of them. */
export const interlocutorOf = async ({ db }: Context, slug: string): Promise<Interlocutor | null> =>
  (await rowsOf(db, Interlocutors, "interlocutor: one", "where it.slug = $1", [slug]))[0] ?? null;

/** Handovers `it` of proposals `p` that can be read. */
const readable = (groups: string) => `join proposal p on p.id = it.proposal_id and ${readableProposal(groups, "p")}`;

const newest = `coalesce(it.replied_on, it.handed_over_on, it.contacted_on) desc nulls last, it.id`;

/** What was carried, what happened last first. */
export const handovers = ({ db, viewer }: Context): Promise<Handover[]> =>
  rowsOf(db, Handovers, "handover: all", `${readable("$1")} order by ${newest}`, [benchGroups(viewer)]);

/** One of them. */
export async function handoverOf({ db, viewer }: Context, id: string): Promise<Handover | null> {
  if (!isId(id)) return null;
  const tail = `${readable("$2")} where it.id = $1`;
  return (await rowsOf(db, Handovers, "handover: one", tail, [id, benchGroups(viewer)]))[0] ?? null;
}

/** To whom a proposal was carried. */
export const handoversOfProposal = (context: Context, proposalId: string) =>
  linkedHandovers(context, "proposals", "it.proposal_id", proposalId);

/** What was carried to an interlocutor. */
export const handoversTo = (context: Context, interlocutorId: string) =>
  linkedHandovers(context, "interlocutors", "it.interlocutor_id", interlocutorId);

const linkedHandovers = (context: Context, of: string, key: string, id: string): Promise<Handover[]> =>
  linked(
    context,
    `handover: of ${of}`,
    Handovers,
    `${key} as key from handover it ${readable("$2")} where ${key} = any($1::uuid[]) order by ${newest}`,
    id,
    [benchGroups(context.viewer)],
  );
