import type { ChooseLeversInput, RemoveWorkInput, WriteWorkInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { keepVersion } from "./version.writes.ts";
import { Works } from "./work.entity.ts";
import { keepWork, refuseStaleWork } from "./work.writes.ts";

/** Names what a proposal refers to, or says it otherwise. */
export async function writeWork(tx: Transaction, input: WriteWorkInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepWork(tx, proposal, input);
}

export async function removeWork(tx: Transaction, input: RemoveWorkInput) {
  const { db, viewer, record } = tx;
  authorize(benchPolicy.hold(viewer));
  const found = isId(input.id) ? await db.findOneBy(Works, { id: input.id }) : null;
  if (!found) throw new Refusal("GONE", "id");
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const work = await db.findOneBy(Works, { id: found.id });
  if (!work) throw new Refusal("GONE", "id");
  refuseStaleWork(work, input.version);
  await db.delete(Works, work.id);
  const { title, reference } = work;
  await record("work.removed", work.id, { proposalId: proposal.id, title, reference });
  await keepVersion(tx, proposal);
  return { proposal };
}

/** Says which kinds of levers a proposal pulls: all of them, from now on. */
export async function chooseLevers(tx: Transaction, input: ChooseLeversInput) {
  const { db, viewer, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const leverTypes = [...new Set(input.levers)].toSorted();
  const known = await db.findBy(Terms, { kind: "LEVER_TYPE" });
  if (!leverTypes.every((key) => known.some((term) => term.key === key))) throw new Refusal("UNKNOWN_CHOICE", "levers");
  const same = (one: readonly string[], other: readonly string[]) =>
    one.toSorted().join(" ") === other.toSorted().join(" ");
  if (same(proposal.leverTypes, leverTypes)) return { proposal };
  if (!same(proposal.leverTypes, input.was))
    throw new Refusal("STALE", "levers", proposal.leverTypes.join(" ")).with({ current: proposal });
  await db.update(Proposals, proposal.id, { leverTypes });
  await record("proposal.leversChosen", proposal, { from: proposal.leverTypes, to: leverTypes });
  await keepVersion(tx, proposal);
  return { proposal: { ...proposal, leverTypes } };
}
