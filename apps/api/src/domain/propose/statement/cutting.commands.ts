import { limits } from "@cahier/schema/limits";
import type { CutStatementInput, JoinStatementsInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { keepVersion } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";
import { statementToWrite } from "./statement.commands.ts";
import { type Statement, Statements } from "./statement.entity.ts";
import { addStatementAfter, copySources, dropStatement, rewordStatement } from "./statement.writes.ts";

/** Cuts a sentence in two: the second half follows it, and each keeps all the sources. */
export async function cutStatement(tx: Transaction, input: CutStatementInput) {
  const { db } = tx;
  const { statement: before, proposal } = await statementToWrite(tx, input.id);
  const text = neededLine(input.text, "text", limits["statement.text"]);
  const nextText = neededLine(input.nextText, "nextText", limits["statement.text"]);
  if (!isId(input.nextId)) throw new Refusal("WRONG_KIND", "nextId");
  const nextId = input.nextId.toLowerCase();
  const known = await db.findOneBy(Statements, { id: nextId });
  // A retry: it is cut.
  if (known?.proposalId === proposal.id && before.text === text) return { statement: before, next: known, proposal };
  if (known) throw new Refusal("CONFLICT", "nextId");
  refuseStale(before, input.version);
  const statement = await rewordStatement(tx, before, { part: before.part, text });
  const next = await addStatementAfter(tx, statement, { id: nextId, text: nextText });
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { statement, next, proposal };
}

/** Makes one sentence of two of the same part, with the sources of both. */
export async function joinStatements(tx: Transaction, input: JoinStatementsInput) {
  const { statement: before, proposal } = await statementToWrite(tx, input.id);
  // A retry: it is joined.
  if (await isTakenIn(tx, before, input.nextId)) return { statement: before, proposal };
  const { statement: next } = await statementToWrite(tx, input.nextId);
  if (next.id === before.id || next.proposalId !== proposal.id || next.part !== before.part)
    throw new Refusal("UNKNOWN_CHOICE", "nextId");
  refuseStale(before, input.version);
  refuseStale(next, input.nextVersion);
  const text = neededLine(`${before.text} ${next.text}`, "text", limits["statement.text"]);
  const statement = await rewordStatement(tx, before, { part: before.part, text });
  await copySources(tx.db, next.id, before.id);
  await dropStatement(tx, next);
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { statement, proposal };
}

/** True if a sentence that is no more was the end of this one: the journal keeps its words. */
async function isTakenIn({ db }: Transaction, { text, proposalId }: Statement, id: string) {
  if (!isId(id) || (await db.existsBy(Statements, { id }))) return false;
  const [gone] = await db.query<{ text: string; proposalId: string }[]>(
    `select data->>'text' as text, data->>'proposalId' as "proposalId" from journal_entry
     where subject_type = 'statement' and subject_id = $1 and event = 'statement.removed'`,
    [id],
  );
  return gone?.proposalId === proposalId && text.endsWith(` ${gone.text}`);
}
