import type { MissingPart } from "../../../graphql/resolvers.generated.ts";
import { batches } from "../../../platform/data/batch.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { visitor } from "../../../platform/viewer.ts";
import type { Proposal } from "./proposal.entity.ts";
import { missingParts } from "./proposal.policy.ts";
import { partsOf } from "./proposal.queries.ts";
import { groundOf } from "./statement.queries.ts";

/** What a proposal lacks to be stabilised. */
export async function missingOf(context: Context, { id }: Proposal): Promise<MissingPart[]> {
  const [parts, { passages }] = await Promise.all([partsOf(context, id), groundOf(context, id)]);
  return missingParts({ ...parts, sources: passages });
}

/** The same inside a command, as anybody may check it: of what is public alone. */
export const missingIn = ({ db, now }: Transaction, proposal: Proposal) =>
  missingOf({ db, now, viewer: visitor, batch: batches() } as Context, proposal);
