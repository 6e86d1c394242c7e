import type { Complete, Forgotten } from "@cahier/schema/fields";
import { exampleFields } from "@cahier/schema/propose/scaffold.fields";
import type { EntityManager } from "typeorm";
import type { AttachInitiativeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { checkedFields } from "../../../platform/fields.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { ProposalInitiatives } from "./scaffold.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { isValidated } from "../initiative/initiative.policy.ts";

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<
  Forgotten<AttachInitiativeInput, typeof exampleFields, "proposalId" | "initiativeId" | "was">
>;

/** Makes an initiative an example of a locked proposal, or rewrites what it proves. */
export async function keepExample(tx: Transaction, proposal: Proposal, input: AttachInitiativeInput, why?: Why) {
  const { db, record } = tx;
  // Locked, so that it is not declined meanwhile.
  const initiative = isId(input.initiativeId)
    ? await db.findOne(Initiatives, { where: { id: input.initiativeId }, lock: { mode: "pessimistic_read" } })
    : null;
  if (!initiative) throw new Refusal("GONE", "initiativeId");
  if (!isValidated(initiative)) throw new Refusal("NOT_NOW", "initiativeId");

  const link = { proposalId: proposal.id, initiativeId: initiative.id };
  const before = await db.findOneBy(ProposalInitiatives, link);
  const { proves } = checkedFields(exampleFields, input, before);
  const example = { ...link, proves };
  // A retry, or the same act by two people: it is done.
  if (before?.proves === proves) return { example };
  if (before && before.proves !== (input.was ?? null))
    throw new Refusal("STALE", "proves", before.proves).with({ current: before });
  if (before) await db.update(ProposalInitiatives, link, { proves });
  else await db.insert(ProposalInitiatives, example);
  const told = { initiativeId: initiative.id, name: initiative.name, proves };
  if (before) await record("proposal.proofReworded", proposal, { ...told, from: before.proves });
  else await record("proposal.initiativeAttached", proposal, told);
  await keepVersion(tx, proposal, why);
  return { example };
}

/** Erases what proposals said of an initiative whose author took it back: its name, and what it proved. */
export async function forgetExample(db: EntityManager, initiativeId: string) {
  await db.update(ProposalInitiatives, { initiativeId }, { proves: null });
  await db.query(
    `update journal_entry set data = data - 'name' - 'proves' - 'from'
     where event in ('proposal.initiativeAttached', 'proposal.proofReworded', 'proposal.initiativeDetached')
       and data->>'initiativeId' = $1`,
    [initiativeId],
  );
}
