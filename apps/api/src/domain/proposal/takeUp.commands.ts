import { limits } from "@cahier/schema/limits";
import type { TakeUpSupplyInput } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { insertOnce } from "../../platform/linked.ts";
import { authorize, Refusal } from "../../platform/refusal.ts";
import { isId, neededLine } from "../../platform/text.ts";
import { type Contribution, Contributions, Readings } from "../contribution/contribution.entity.ts";
import { InitiativeContributions } from "../initiative/initiative.entity.ts";
import { Passages } from "../passage/passage.entity.ts";
import { benchPolicy } from "../passage/passage.policy.ts";
import { wordsAt } from "../passage/words.ts";
import { writeObjection } from "./objection.commands.ts";
import { attachInitiative } from "./proof.commands.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { type Proposal, StatementPassages, Statements } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { addStatement } from "./statement.writes.ts";
import { keepVersion } from "./version.writes.ts";
import { type Supply, Supplies } from "../supply/supply.entity.ts";

/** Takes up what was supplied to a proposal: what it becomes keeps it as its source. */
export async function takeUpSupply(tx: Transaction, input: TakeUpSupplyInput) {
  const { db, viewer, record, now } = tx;
  authorize(benchPolicy.hold(viewer));
  const { contributionId } = input;
  const found = isId(contributionId) ? await db.findOneBy(Supplies, { contributionId }) : null;
  if (!found) throw new Refusal("GONE", "contributionId");
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  // Held: its author cannot take it back meanwhile.
  const contribution = await db.findOne(Contributions, {
    where: { id: found.contributionId, status: "PUBLISHED" },
    lock: { mode: "for_no_key_update" },
  });
  if (!contribution) throw new Refusal("GONE", "contributionId");
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const before = await db.findOneByOrFail(Supplies, { contributionId: found.contributionId });
  const takenId = await become(tx, proposal, contribution, before, input);
  // Sent twice: it is done.
  if (before.takenAs === input.as && before.takenId === takenId) return { supply: before, proposal };
  const taken = { takenAs: input.as, takenId, takenOn: dayOf(now) };
  await db.update(Supplies, before.contributionId, taken);
  await insertOnce(db, Readings, { contributionId: before.contributionId, personId: viewer.id!, readAt: now });
  await record("supply.takenUp", before.contributionId, { as: input.as, takenId });
  return { supply: { ...before, ...taken }, proposal };
}

/** The id of what it becomes. */
async function become(
  tx: Transaction,
  proposal: Proposal,
  contribution: Contribution,
  { takenId }: Supply,
  input: TakeUpSupplyInput,
) {
  const key = input.key.toLowerCase();
  const proposalId = proposal.id;
  if (input.as === "EXAMPLE") {
    if (!input.initiativeId) throw new Refusal("REQUIRED", "initiativeId");
    const initiativeId = input.initiativeId.toLowerCase();
    if (takenId === initiativeId) return initiativeId;
    await attachInitiative(tx, { proposalId, initiativeId, proves: input.text || null, was: null });
    const linkedOn = dayOf(tx.now);
    await insertOnce(tx.db, InitiativeContributions, { initiativeId, contributionId: contribution.id, linkedOn });
    return initiativeId;
  }
  if (takenId === key) return key;
  if (input.as === "STATEMENT") await state(tx, proposal, contribution, input);
  else await writeObjection(tx, { id: key, proposalId, version: 0, text: input.text, blocking: false });
  return key;
}

/** A sentence that rests on all that was said: the passage is the whole text. */
async function state(tx: Transaction, proposal: Proposal, contribution: Contribution, input: TakeUpSupplyInput) {
  const { db, viewer, now } = tx;
  const { part } = input;
  if (!part) throw new Refusal("REQUIRED", "part");
  const text = neededLine(input.text, "text", limits["statement.text"]);
  const words = wordsAt(contribution.body, 0, contribution.body.length);
  if (!words) throw new Refusal("NOT_IN_TEXT", "contributionId");
  const place = { contributionId: contribution.id, contributionRevision: contribution.revision };
  await insertOnce(db, Passages, { ...words, ...place, markedById: viewer.id, markedAt: now });
  const { startsAt, endsAt } = words;
  const passage = await db.findOneByOrFail(Passages, { ...place, startsAt, endsAt });
  const id = input.key.toLowerCase();
  const proposalId = proposal.id;
  if (await db.existsBy(Statements, { id })) throw new Refusal("CONFLICT", "key");
  await addStatement(tx, { id, proposalId, part, text }, [passage.id]);
  await db.insert(StatementPassages, { statementId: id, passageId: passage.id });
  await keepVersion(tx, proposal);
}
