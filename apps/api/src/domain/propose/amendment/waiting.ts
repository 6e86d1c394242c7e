import type { EntityManager } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { eraseListeners, tellListeners } from "../../ground/listener/listener.writes.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { isOver } from "../proposal/proposal.state.ts";
import { Amendments } from "./amendment.entity.ts";
import { endedMail } from "./amendment.mail.ts";

/** True if an amendment waits to be settled, and still may be. */
export async function mayBeSettled(db: EntityManager, id: string): Promise<boolean> {
  const text = `select p.state from amendment it join proposal p on p.id = it.proposal_id
    where it.id = $1 and it.state = 'PROPOSED'`;
  const [found] = await prepared<{ state: ProposalState }>(db, "amendment: waits", text, [id]);
  return found !== undefined && !isOver(found.state);
}

/**
 * Tells the authors whose words nobody settled that the proposal is over, and forgets every address that waited there:
 * nothing more is settled.
 */
export async function tellEnd(db: EntityManager, proposalId: string) {
  const waiting = await db.query<{ id: string }[]>(
    `select it.id from amendment it join listener l on l.subject = 'AMENDMENT' and l.subject_id = it.id
     where it.proposal_id = $1 and it.state = 'PROPOSED'`,
    [proposalId],
  );
  const proposal = await db.findOneByOrFail(Proposals, { id: proposalId });
  const ids = waiting.map(({ id }) => id);
  await tellListeners(db, "AMENDMENT", ids, (id, locale) => endedMail(proposal, id, locale));
  const amendments = await db.find(Amendments, { where: { proposalId }, select: { id: true } });
  await eraseListeners(
    db,
    "AMENDMENT",
    amendments.map(({ id }) => id),
  );
}
