import { limits } from "@cahier/schema/limits";
import type { RemoveAskInput, WriteAskInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { type Ask, Asks } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { keepVersion, type Why } from "./version.writes.ts";

/** Writes what is asked of an office; `why` goes with the version it makes. */
export async function writeAsk(tx: Transaction, input: WriteAskInput, why?: Why) {
  const { db, record } = tx;
  const proposal = await proposalToWrite(db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  const text = givenLine(input.text, "text", limits["ask.text"]);
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const { id: interlocutorId } = await officeNamed(db, input.interlocutor, "interlocutor");
  const proposalId = proposal.id;
  const before = await db.findOneBy(Asks, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const position = ((await db.maximum(Asks, "position", { proposalId })) ?? 0) + 1;
    const ask: Ask = { id, proposalId, interlocutorId, position, text, version: 1, originId: null };
    await db.insert(Asks, ask);
    await record("ask.written", id, { proposalId, interlocutorId, text });
    await keepVersion(tx, proposal, why);
    return { ask, proposal };
  }
  // A save that was sent twice, or wished by two.
  if (before.interlocutorId === interlocutorId && before.text === text) return { ask: before, proposal };
  refuseStale(before, input.version);
  const ask: Ask = { ...before, interlocutorId, text, version: before.version + 1 };
  await db.update(Asks, id, { interlocutorId, text, version: ask.version });
  await record("ask.written", id, { proposalId, from: before.text, to: text, interlocutorId });
  await keepVersion(tx, proposal, why);
  return { ask, proposal };
}

export async function removeAsk(tx: Transaction, input: RemoveAskInput) {
  const { db, viewer, record } = tx;
  authorize(benchPolicy.hold(viewer));
  const ask = isId(input.id)
    ? await db.findOne(Asks, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!ask) throw new Refusal("GONE", "id");
  const proposal = await proposalToWrite(db, viewer, ask.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  refuseStale(ask, input.version);
  await db.delete(Asks, ask.id);
  const { interlocutorId, text } = ask;
  await record("ask.removed", ask.id, { proposalId: proposal.id, interlocutorId, text });
  await keepVersion(tx, proposal);
  return { proposal };
}

function refuseStale(current: Ask, version: number) {
  if (current.version !== version) throw new Refusal("STALE", "version", String(current.version)).with({ current });
}
