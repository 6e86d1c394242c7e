import type { Complete, Forgotten } from "@cahier/schema/fields";
import { objectionFields } from "@cahier/schema/propose/scaffold.fields";
import type { WriteObjectionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { changesBetween, checkedFields } from "../../../platform/fields.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Objection, Objections } from "./scaffold.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<
  Forgotten<WriteObjectionInput, typeof objectionFields, "id" | "proposalId" | "version" | "why">
>;

/** Writes an objection to a locked proposal; `why` goes with the version it makes, by default that of the input. */
export async function keepObjection(tx: Transaction, proposal: Proposal, input: WriteObjectionInput, why?: Why) {
  const { db, record } = tx;
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const proposalId = proposal.id;
  const before = await db.findOneBy(Objections, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");
  const words = checkedFields(objectionFields, input, before);

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const position = ((await db.maximum(Objections, "position", { proposalId })) ?? 0) + 1;
    const objection: Objection = { id, proposalId, position, ...words, version: 1, originId: null };
    await db.insert(Objections, objection);
    await record("objection.written", id, { proposalId, ...words });
    await keepVersion(tx, proposal, why ?? (await whyOf(tx, input.why)));
    return { objection, proposal };
  }
  // A retry, or the same act by two people.
  if (changesBetween(objectionFields, before, words).length === 0) return { objection: before, proposal };
  refuseStale(before, input.version);
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
