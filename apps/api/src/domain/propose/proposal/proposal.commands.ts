import type { Complete, Forgotten } from "@cahier/schema/fields";
import { proposalFields } from "@cahier/schema/propose/proposal.fields";
import type { EditProposalInput, OpenProposalInput } from "../../../graphql/resolvers.generated.ts";
import { editInstead, saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { checkedFields } from "../../../platform/fields.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { insertProposal, proposalToWrite } from "./proposal.writes.ts";
import { wasRemoved } from "./removal.queries.ts";
import { keepVersion } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<Forgotten<EditProposalInput, typeof proposalFields, "id" | "version" | "why">>;

export async function openProposal(tx: Transaction, input: OpenProposalInput) {
  const { db, viewer } = tx;
  authorize(readingPolicy.hold(viewer));
  const words = checkedFields(proposalFields, input, null);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  // Locked while the next number is taken; a retry that overtakes the first waits here, and finds it done.
  const group = await db.findOne(WorkingGroups, {
    where: { slug: input.group },
    lock: { mode: "for_no_key_update" },
  });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(readingPolicy.hold(viewer, group.id));

  const id = input.key.toLowerCase();
  const before = await db.findOneBy(Proposals, { id });
  if (before && before.groupId !== group.id) throw new Refusal("CONFLICT", "key");
  if (before) return editInstead(() => editProposal(tx, { id, version: 1, ...words }));
  const told = input.keyPointId ? { keyPointId: input.keyPointId } : {};
  // Sent again after the draft was removed: it does not come back.
  if (await wasRemoved(db, id)) throw new Refusal("GONE", "key");
  const proposal = await insertProposal(tx, { id, groupId: group.id, ...words }, told);
  return { proposal };
}

export async function editProposal(tx: Transaction, input: EditProposalInput) {
  const { db, viewer, record } = tx;
  const before = await proposalToWrite(db, viewer, input.id);
  authorize(proposalPolicy.edit(viewer, before));
  const words = checkedFields(proposalFields, input, before);
  // A retry, or the same act by two people.
  if (saysAlready(before, words)) return { proposal: before };
  refuseStale(before, input.version);
  const proposal: Proposal = { ...before, ...words, version: before.version + 1 };
  await db.update(Proposals, before.id, { ...words, version: proposal.version });
  await record("proposal.edited", proposal, { from: { title: before.title, summary: before.summary }, to: words });
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { proposal };
}
