import type { EntityManager } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { eraseListeners } from "../../ground/listener/listener.writes.ts";
import { isOver } from "../proposal/proposal.state.ts";
import { Amendments } from "./amendment.entity.ts";

/** True if an amendment waits to be settled, and still may be. */
export async function mayBeSettled(db: EntityManager, id: string): Promise<boolean> {
  const text = `select p.state from amendment it join proposal p on p.id = it.proposal_id
    where it.id = $1 and it.state = 'PROPOSED'`;
  const [found] = await prepared<{ state: ProposalState }>(db, "amendment: waits", text, [id]);
  return found !== undefined && !isOver(found.state);
}

/** Erases the addresses that wait for news of a proposal that is over: nothing more is settled there. */
export async function stopWaiting(db: EntityManager, proposalId: string) {
  const amendments = await db.find(Amendments, { where: { proposalId }, select: { id: true } });
  await eraseListeners(
    db,
    "AMENDMENT",
    amendments.map(({ id }) => id),
  );
}
