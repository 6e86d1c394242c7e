import type { Context } from "../../platform/context.ts";
import { linked } from "../../platform/linked.ts";
import { rowsOf } from "../../platform/statement.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";

/** The examples from the field, by name. */
export const initiatives = ({ db }: Context): Promise<Initiative[]> =>
  rowsOf(db, Initiatives, "initiative: all", "order by it.name, it.id");

/** One of them. */
export const initiativeOf = async ({ db }: Context, slug: string): Promise<Initiative | null> =>
  (await rowsOf(db, Initiatives, "initiative: one", "where it.slug = $1", [slug]))[0] ?? null;

/** The examples of a proposal. */
export const initiativesOfProposal = (context: Context, proposalId: string): Promise<Initiative[]> =>
  linked(
    context,
    "initiative: of proposals",
    Initiatives,
    `l.proposal_id as key from proposal_initiative l join initiative it on it.id = l.initiative_id
     where l.proposal_id = any($1::uuid[]) order by it.name`,
    proposalId,
  );

/** The published contributions that tell of an initiative. */
export const contributionsTellingOf = (context: Context, initiativeId: string): Promise<Contribution[]> =>
  linked(
    context,
    "initiative: contributions",
    Contributions,
    `l.initiative_id as key from initiative_contribution l join contribution it on it.id = l.contribution_id
     where l.initiative_id = any($1::uuid[]) and it.status = 'PUBLISHED' order by it.contributed_on, it.id`,
    initiativeId,
  );
