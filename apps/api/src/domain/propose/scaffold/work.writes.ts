import type { Complete, Forgotten } from "@cahier/schema/fields";
import { workFields } from "@cahier/schema/propose/scaffold.fields";
import type { WriteWorkInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { changesBetween, checkedFields } from "../../../platform/fields.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { type Work, Works } from "./work.entity.ts";

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<Forgotten<WriteWorkInput, typeof workFields, "id" | "proposalId" | "version">>;

/** Writes a reference of a locked proposal; `why` goes with the version it makes. */
export async function keepWork(tx: Transaction, proposal: Proposal, input: WriteWorkInput, why?: Why) {
  const { db, record } = tx;
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const proposalId = proposal.id;
  const before = await db.findOneBy(Works, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");
  if (!before && input.version > 0) throw new Refusal("GONE", "id");
  const words = checkedFields(workFields, input, before);
  // A retry, or the same act by two people.
  if (before && changesBetween(workFields, before, words).length === 0) return { work: before, proposal };
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
