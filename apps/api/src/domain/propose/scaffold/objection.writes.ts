import { limits } from "@cahier/schema/limits";
import type { WriteObjectionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { type Objection, Objections } from "./scaffold.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";

/** Writes what is held against a proposal that is held; `why` goes with the version it makes, else what the input says. */
export async function keepObjection(tx: Transaction, proposal: Proposal, input: WriteObjectionInput, why?: Why) {
  const { db, record } = tx;
  const words = {
    text: neededLine(input.text, "text", limits["objection.text"]),
    reply: givenText(input.reply, "reply", limits["objection.reply"]),
    blocking: input.blocking,
  };
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const proposalId = proposal.id;
  const before = await db.findOneBy(Objections, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const position = ((await db.maximum(Objections, "position", { proposalId })) ?? 0) + 1;
    const objection: Objection = { id, proposalId, position, ...words, version: 1, originId: null };
    await db.insert(Objections, objection);
    await record("objection.written", id, { proposalId, ...words });
    await keepVersion(tx, proposal, why ?? (await whyOf(tx, input.why)));
    return { objection, proposal };
  }
  // A save that was sent twice, or wished by two.
  if (before.text === words.text && before.reply === words.reply && before.blocking === words.blocking)
    return { objection: before, proposal };
  refuseStaleObjection(before, input.version);
  const objection: Objection = { ...before, ...words, version: before.version + 1 };
  await db.update(Objections, id, { ...words, version: objection.version });
  const from = { text: before.text, reply: before.reply, blocking: before.blocking };
  await record(before.reply === null && words.reply ? "objection.answered" : "objection.reworded", id, {
    proposalId,
    from,
    to: words,
  });
  await keepVersion(tx, proposal, why ?? (await whyOf(tx, input.why)));
  return { objection, proposal };
}

export function refuseStaleObjection(current: Objection, version: number) {
  if (current.version !== version) throw new Refusal("STALE", "version", String(current.version)).with({ current });
}
