import type { RemoveProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { isPromised } from "./removal.queries.ts";

/** Removes a draft, for good: nobody but the team ever read it. Rooms that hold a part of it remove theirs as they hear it. */
export async function removeProposal(tx: Transaction, input: RemoveProposalInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  // Removed already, by this person or another: as good as done.
  if (isId(input.id) && !(await db.existsBy(Proposals, { id: input.id }))) return {};
  const before = await proposalToWrite(db, viewer, input.id);
  authorize(readingPolicy.hold(viewer, before.groupId));
  if (!proposalPolicy.remove(viewer, before) || (await isPromised(db, before.id)))
    throw new Refusal("NOT_NOW", "id", before.state);
  refuseStale(before, input.version);
  // Words being written of it are there to be removed with it; those that come later find it gone.
  await db.query("select from proposal where id = $1 for update", [before.id]);
  const { id, title, number, groupId } = before;
  await record("proposal.removed", id, { title, number, groupId });
  await db.delete(Proposals, { id });
  return {};
}
