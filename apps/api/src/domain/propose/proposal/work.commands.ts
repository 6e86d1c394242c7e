import { limits } from "@cahier/schema/limits";
import type { ChooseLeversInput, RemoveWorkInput, WriteWorkInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { keepVersion, type Why } from "./version.writes.ts";
import { type Work, Works } from "./work.entity.ts";

/** Names what a proposal refers to, or says it otherwise; `why` goes with the version it makes. */
export async function writeWork(tx: Transaction, input: WriteWorkInput, why?: Why) {
  const { db, record } = tx;
  const proposal = await proposalToWrite(db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  const words = {
    title: neededLine(input.title, "title", limits["work.title"]),
    reference: neededLine(input.reference, "reference", limits["work.reference"]),
  };
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const proposalId = proposal.id;
  const before = await db.findOneBy(Works, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");
  if (!before && input.version > 0) throw new Refusal("GONE", "id");
  // A save that was sent twice, or wished by two.
  if (before?.title === words.title && before.reference === words.reference) return { work: before, proposal };
  if (before) refuseStale(before, input.version);
  const position = before?.position ?? ((await db.maximum(Works, "position", { proposalId })) ?? 0) + 1;
  const version = (before?.version ?? 0) + 1;
  const work: Work = { id, proposalId, position, ...words, version, originId: before?.originId ?? null };
  if (before) await db.update(Works, id, { ...words, version: work.version });
  else await db.insert(Works, work);
  await record("work.written", id, { proposalId, ...words, from: before?.title ?? null });
  await keepVersion(tx, proposal, why);
  return { work, proposal };
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
  refuseStale(work, input.version);
  await db.delete(Works, work.id);
  const { title, reference } = work;
  await record("work.removed", work.id, { proposalId: proposal.id, title, reference });
  await keepVersion(tx, proposal);
  return { proposal };
}

function refuseStale(current: Work, version: number) {
  if (current.version !== version) throw new Refusal("STALE", "version", String(current.version)).with({ current });
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
