import type { ChooseLeversInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { keepVersion } from "../version/version.writes.ts";

/** Sets the kinds of levers a proposal pulls, replacing the former list. */
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
