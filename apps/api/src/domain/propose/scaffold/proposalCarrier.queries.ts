import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, rowsJoined } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { agreed, type ProposalCarrier, ProposalCarriers } from "./proposalCarrier.entity.ts";
import { standingProposal } from "../proposal/proposal.sql.ts";

/** A carrier who agreed to be named. */
export interface NamedCarrier {
  id: string;
  name: string;
}

/** Carriers of a proposal who agreed to be named. */
export const namedCarriersOf = async ({ db, cached }: Context, proposalId: string): Promise<NamedCarrier[]> =>
  (await cached("proposal: carriers", async (ids) => {
    const text = `select c.proposal_id as key, c.id, coalesce(nullif(p.display_name, ''), c.name) as name
        from proposal_carrier c left join person p on p.id = c.person_id
        where c.proposal_id = any($1::uuid[]) and ${agreed} order by c.position, c.id`;
    const rows = await prepared<NamedCarrier & { key: string }>(db, "proposal: carriers", text, [ids]);
    return grouped(
      rows.filter(({ name }) => name !== ""),
      ({ key }) => key,
    );
  })(proposalId)) ?? [];

/** Names of a proposal's carriers who agreed. */
export const carriersOf = async (context: Context, proposalId: string): Promise<string[]> =>
  (await namedCarriersOf(context, proposalId)).map(({ name }) => name);

/** All carriers of a proposal, asked or agreed, for its writers; none for others. */
export const carriersToEdit = async (context: Context, proposal: Proposal): Promise<ProposalCarrier[]> =>
  proposalPolicy.edit(context.viewer, proposal)
    ? linked(
        context,
        "proposal: carriers to edit",
        ProposalCarriers,
        "it.proposal_id as key from proposal_carrier it where it.proposal_id = any($1::uuid[]) order by it.position, it.id",
        proposal.id,
      )
    : [];

/** A person's rows as carrier, asked or agreed: of public proposals, and of drafts they were asked for. */
export const carriedBy = (context: Context, personId: string): Promise<ProposalCarrier[]> =>
  rowsJoined(
    context,
    ProposalCarriers,
    "proposal: carried by",
    `where it.person_id = $1 and it.consent in ('ASKED', 'AGREED')
       and exists (select from proposal p where p.id = it.proposal_id and ${standingProposal("p")})
     order by it.consent = 'AGREED', it.id limit 200`,
    [personId],
  );
