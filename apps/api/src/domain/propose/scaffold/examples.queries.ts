import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import type { ExampleOf } from "../initiative/initiative.list.ts";
import { publicInitiative } from "../initiative/initiative.sql.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { linkedProposals, readableProposal } from "../proposal/proposal.queries.ts";

/** An initiative as example of a proposal, and what it proves. */
export interface Example {
  proposalId: string;
  initiativeId: string;
  proves: string | null;
}

const examples = `select l.proposal_id as "proposalId", l.initiative_id as "initiativeId", l.proves
  from proposal_initiative l join proposal it on it.id = l.proposal_id join initiative i on i.id = l.initiative_id`;

/** Examples of a proposal that anybody may read, by name. */
export const examplesOfProposal = async ({ db, cached }: Context, proposalId: string): Promise<Example[]> =>
  (await cached("example: of proposals", async (ids) => {
    const text = `${examples} where l.proposal_id = any($1::uuid[]) and ${publicInitiative("i")} order by i.name, i.id`;
    return grouped(await prepared<Example>(db, "example: of proposals", text, [ids]), (example) => example.proposalId);
  })(proposalId)) ?? [];

/** Examples that an initiative is, in readable proposals, by number. */
export const exampleOfInitiative = async ({ db, batch, viewer }: Context, initiativeId: string): Promise<Example[]> =>
  (await batch("example: of initiatives", async (ids) => {
    const text = `${examples} where l.initiative_id = any($1::uuid[]) and ${readableProposal("$2")} order by it.number, it.id`;
    const rows = await prepared<Example>(db, "example: of initiatives", text, [ids, draftGroups(viewer)]);
    return grouped(rows, (example) => example.initiativeId);
  })(initiativeId)) ?? [];

/** SQL: initiative `it` is an example of a readable proposal of the theme `th`. */
export const exampleUnderTheme = (viewer: Viewer): ExampleOf => ({
  condition: `exists (select from proposal_initiative l join proposal p on p.id = l.proposal_id
    join working_group g on g.id = p.group_id
    where l.initiative_id = it.id and g.theme_id = th.id and ${readableProposal("$8", "p")})`,
  value: draftGroups(viewer),
});

/** Proposals that an initiative is an example of. */
export const proposalsOfInitiative = (context: Context, initiativeId: string): Promise<Proposal[]> =>
  linkedProposals(
    context,
    "proposal: of initiatives",
    "l.initiative_id",
    "proposal_initiative l join proposal it on it.id = l.proposal_id",
    initiativeId,
  );
