import type { EntityManager } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { eraseListeners } from "../../ground/listener/listener.writes.ts";
import { meantToShow } from "../../ground/moderation/status.sql.ts";
import { isOver } from "../proposal/proposal.state.ts";
import { Supplies } from "./supply.entity.ts";

/** True if a supply was not taken up, and still may be. */
export async function mayBeTakenUp(db: EntityManager, id: string): Promise<boolean> {
  const text = `select p.state from supply it join proposal p on p.id = it.proposal_id
    join contribution c on c.id = it.contribution_id and ${meantToShow("c")}
    where it.contribution_id = $1
      and not exists (select from supply_taking t where t.contribution_id = it.contribution_id)`;
  const [found] = await prepared<{ state: ProposalState }>(db, "supply: waits", text, [id]);
  return found !== undefined && !isOver(found.state);
}

/** Erases the addresses that wait for news of a proposal that is over: nothing more is taken up there. */
export async function stopWaiting(db: EntityManager, proposalId: string) {
  const supplies = await db.find(Supplies, { where: { proposalId }, select: { contributionId: true } });
  await eraseListeners(
    db,
    "SUPPLY",
    supplies.map(({ contributionId }) => contributionId),
  );
}
