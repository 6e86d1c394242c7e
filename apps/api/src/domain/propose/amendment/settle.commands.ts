import { limits } from "@cahier/schema/limits";
import type {
  AcceptAmendmentInput,
  PromoteAmendmentInput,
  ReconsiderAmendmentInput,
  RefuseAmendmentInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { insertProposal, proposalToWrite } from "../proposal/proposal.writes.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { Statements } from "../statement/statement.entity.ts";
import { addStatement, rewordStatement } from "../statement/statement.writes.ts";
import { keepVersion } from "../version/version.writes.ts";
import { type Amendment, Amendments } from "./amendment.entity.ts";
import { amendmentPolicy } from "./amendment.policy.ts";
import { reopenAmendment, settle } from "./amendment.writes.ts";

/** Accepts an amendment, as it is or edited, from the sentence that was read: it makes a version that names it. */
export async function acceptAmendment(tx: Transaction, input: AcceptAmendmentInput) {
  const { amendment: before, proposal } = await toSettle(tx, input.id);
  const text = neededLine(input.text, "text", limits["statement.text"]);
  const answer = givenText(input.answer, "answer", limits["proposal.reason"]);
  // A retry finds it done.
  if (before.state === "ACCEPTED" && before.acceptedText === text) return { amendment: before };
  refuseSettled(before, proposal);
  const statement = before.statementId
    ? await reword(tx, before, text, input.statementVersion)
    : await addStatement(tx, { proposalId: proposal.id, part: before.part, text });
  const causes = [{ amendmentId: before.id }];
  const versionNumber = await keepVersion(tx, proposal, { reason: answer, causes });
  const taken = { acceptedText: text, statementId: statement.id, versionNumber, answer };
  return { amendment: await settle(tx, before, { state: "ACCEPTED", ...taken }) };
}

/** Refuses an amendment, with a reason that its author and everybody reads. */
export async function refuseAmendment(tx: Transaction, input: RefuseAmendmentInput) {
  const { amendment: before, proposal } = await toSettle(tx, input.id);
  const answer = neededText(input.reason, "reason", limits["proposal.stateReason"]);
  if (before.state === "REFUSED" && before.answer === answer) return { amendment: before };
  refuseSettled(before, proposal);
  return { amendment: await settle(tx, before, { state: "REFUSED", answer }) };
}

/**
 * Takes a refusal back: it waits to be settled again. What was decided stays in the journal, where its page reads it;
 * rooms above that answered it hear of it.
 */
export async function reconsiderAmendment(tx: Transaction, input: ReconsiderAmendmentInput) {
  const { db, record } = tx;
  const { amendment: before, proposal } = await toSettle(tx, input.id);
  const because = neededText(input.reason, "reason", limits["proposal.stateReason"]);
  // A second press finds it discussed again.
  if (before.state === "PROPOSED") return { amendment: before };
  if (before.state !== "REFUSED" || before.status !== "VISIBLE")
    throw new Refusal("NOT_NOW", "id", before.state).with({ current: before });
  if (proposal.state !== "OPEN") throw new Refusal("NOT_AMENDABLE", "id");
  await reopenAmendment(db, before.id);
  const was = { on: before.settledOn, reason: before.answer };
  await record("amendment.reconsidered", before.id, { proposalId: proposal.id, was, reason: because });
  return { amendment: await db.findOneByOrFail(Amendments, { id: before.id }) };
}

/** Makes an amendment the first sentence of a new draft proposal, which names where it comes from. */
export async function promoteAmendment(tx: Transaction, input: PromoteAmendmentInput) {
  const { db } = tx;
  const { amendment: before, proposal } = await toSettle(tx, input.id);
  const title = neededLine(input.title, "title", limits["proposal.title"]);
  const summary = neededLine(input.summary, "summary", limits["proposal.summary"]);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const id = input.key.toLowerCase();
  if (before.state === "PROMOTED" && before.promotedToId === id) {
    // Changed before it was sent again, it is told: its proposal is there, under the former words.
    if (!(await db.existsBy(Proposals, { id, title, summary }))) throw new Refusal("CONFLICT", "key");
    return { amendment: before };
  }
  refuseSettled(before, proposal);
  if (await db.existsBy(Proposals, { id })) throw new Refusal("CONFLICT", "key");
  const { groupId } = proposal;
  await db.findOneOrFail(WorkingGroups, { where: { id: groupId }, lock: { mode: "for_no_key_update" } });
  await insertProposal(tx, { id, groupId, title, summary }, { amendmentId: before.id });
  await addStatement(tx, { proposalId: id, part: before.part, text: before.text });
  return { amendment: await settle(tx, before, { state: "PROMOTED", promotedToId: id }) };
}

/** Reads an amendment and its proposal, locked: the proposal first, as every act of its writers does. */
async function toSettle({ db, viewer }: Transaction, id: string) {
  authorize(readingPolicy.hold(viewer));
  const found = isId(id) ? await db.findOneBy(Amendments, { id }) : null;
  if (!found || !amendmentPolicy.isShown(found)) throw new Refusal("GONE", "id");
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(readingPolicy.hold(viewer, proposal.groupId));
  const amendment = await db.findOneByOrFail(Amendments, { id: found.id });
  return { amendment, proposal };
}

/** Refuses a second settlement, and any change in a proposal that is not open. */
function refuseSettled(amendment: Amendment, proposal: Proposal) {
  if (amendment.state !== "PROPOSED") throw new Refusal("NOT_NOW", "id", amendment.state).with({ current: amendment });
  if (proposal.state !== "OPEN") throw new Refusal("NOT_AMENDABLE", "id");
}

/** Writes the sentence with its new words; refuses if somebody changed it since it was read. */
async function reword(tx: Transaction, { statementId, proposalId }: Amendment, text: string, read: number) {
  const before = await tx.db.findOneBy(Statements, { id: statementId!, proposalId });
  if (!before) throw new Refusal("GONE", "statementId");
  if (before.version !== read) throw new Refusal("STALE", "statementVersion", String(before.version));
  return rewordStatement(tx, before, { part: before.part, text });
}
