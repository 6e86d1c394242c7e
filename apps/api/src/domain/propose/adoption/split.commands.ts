import { limits } from "@cahier/schema/limits";
import type { SplitPartInput, SplitProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { copyBeside } from "../scaffold/copy.writes.ts";
import { copyStatements } from "../statement/statement.writes.ts";
import { insertProposal, move } from "../proposal/proposal.writes.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { Statements } from "../statement/statement.entity.ts";
import { proposalToMove } from "./state.writes.ts";
import { keepVersion } from "../version/version.writes.ts";

/**
 * Splits a proposal into two to five others, public at once as it was: each takes the sentences it names with their
 * sources, and a copy of the objections, asks, examples and other parts. Each sentence goes into exactly one of them.
 */
export async function splitProposal(tx: Transaction, input: SplitProposalInput) {
  const { db, record } = tx;
  const { proposal: before, done } = await proposalToMove(tx, input, "SPLIT");
  const reason = neededText(input.reason, "reason", limits["proposal.stateReason"]);
  if (done) return { proposal: before };
  const { parts } = input;
  if (parts.length < 2) throw new Refusal("TOO_FEW_CHOICES", "parts", "2");
  if (parts.length > 5) throw new Refusal("TOO_MANY_CHOICES", "parts", "5");
  const taken = parts.flatMap(({ statementIds }) => statementIds.map((id) => id.toLowerCase()));
  if (new Set(taken).size < taken.length) throw new Refusal("ALREADY_THERE", "parts");
  const all = await db.countBy(Statements, { proposalId: before.id });
  if (taken.length < all) throw new Refusal("NOT_EMPTY", "parts", String(all - taken.length));
  await db.findOneOrFail(WorkingGroups, { where: { id: before.groupId }, lock: { mode: "for_no_key_update" } });
  for (const [place, part] of parts.entries()) await openPart(tx, before, part, place, reason);
  const proposal = await move(tx, before, "SPLIT", { reason });
  await record("proposal.split", proposal, { intoIds: parts.map(({ key }) => key.toLowerCase()), reason });
  return { proposal };
}

async function openPart(tx: Transaction, from: Proposal, part: SplitPartInput, place: number, reason: string) {
  const { db } = tx;
  if (!isId(part.key)) throw new Refusal("WRONG_KIND", `parts.${place}.key`);
  const id = part.key.toLowerCase();
  if (await db.existsBy(Proposals, { id })) throw new Refusal("CONFLICT", `parts.${place}.key`);
  const title = neededLine(part.title, `parts.${place}.title`, limits["proposal.title"]);
  const summary = neededLine(part.summary, `parts.${place}.summary`, limits["proposal.summary"]);
  const { groupId, leverTypes, fictional } = from;
  const opened = await insertProposal(
    tx,
    { id, groupId, title, summary, state: "OPEN", stateOn: dayOf(tx.now), splitFromId: from.id, leverTypes, fictional },
    { splitFromId: from.id, reason },
  );
  await copyStatements(db, from.id, id, part.statementIds, `parts.${place}.statementIds`);
  await copyBeside(db, from, opened);
  await keepVersion(tx, opened, { reason, causes: [] });
}
