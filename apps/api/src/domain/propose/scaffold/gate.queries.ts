import type { MissingPart } from "../../../graphql/resolvers.generated.ts";
import { batches, keyed } from "../../../platform/data/batch.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { visitor } from "../../../platform/viewer.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { publicInitiative } from "../initiative/initiative.sql.ts";
import { openAmendment } from "../amendment/amendment.sql.ts";
import { missingParts, type Parts } from "./gate.ts";
import { agreed } from "./proposalCarrier.entity.ts";
import { groundOf } from "../statement/statement.queries.ts";

type CountedParts = Omit<Parts, "sources">;

/** Counts of a proposal's parts, its sources and carriers aside. */
async function partsOf({ db, batch }: Context, proposalId: string): Promise<CountedParts> {
  const loader = batch("proposal: parts", async (ids) =>
    keyed(await prepared<CountedParts & { key: string }>(db, "proposal: parts", partsText, [ids]), ({ key }) => key),
  );
  return (await loader(proposalId))!;
}

const partsText = `select p.id as key,
    (select count(*)::int from statement where proposal_id = p.id and part = 'PROBLEM') as problems,
    (select count(*)::int from statement where proposal_id = p.id and part = 'MEASURE') as measures,
    count(distinct i.id)::int as examples,
    count(distinct i.region_id)::int as "exampleRegions",
    (select count(*)::int from objection where proposal_id = p.id and reply is not null) as "objectionsWithReply",
    (select count(*)::int from objection where proposal_id = p.id and blocking and reply is null)
      as "blockingWithoutReply",
    (select count(*)::int from proposal_carrier c where c.proposal_id = p.id and ${agreed}) as carriers,
    (select count(*)::int from ask where proposal_id = p.id and text is not null) as "interlocutorsWithAsk",
    (select count(*)::int from amendment a where a.proposal_id = p.id and ${openAmendment("a")}) as "openAmendments"
  from proposal p
  left join proposal_initiative l on l.proposal_id = p.id
  left join initiative i on i.id = l.initiative_id and ${publicInitiative("i")}
  where p.id = any($1::uuid[]) group by p.id`;

/** Parts a proposal lacks to be stabilised. */
export async function missingOf(context: Context, { id }: Proposal): Promise<MissingPart[]> {
  const [parts, { passages }] = await Promise.all([partsOf(context, id), groundOf(context, id)]);
  return missingParts({ ...parts, sources: passages });
}

/** The same inside a command, from public data alone: anybody can check it. */
export function missingIn({ db, now }: Transaction, proposal: Proposal) {
  const batch = batches();
  return missingOf({ db, now, viewer: visitor, batch, cached: batch } as Context, proposal);
}
