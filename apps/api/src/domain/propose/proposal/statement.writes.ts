import type { Transaction } from "../../../platform/context.ts";
import { type Statement, StatementPassages, Statements } from "./proposal.entity.ts";

/** A sentence to add: its id where a client made it, so that a retry finds it. */
type Added = Pick<Statement, "proposalId" | "part" | "text"> & { id?: string };

/** Adds a sentence at the end of a proposal that is held; what it rests on at once, if anything, is told with it. */
export async function addStatement(
  { db, record }: Transaction,
  { proposalId, part, text, ...known }: Added,
  passageIds?: string[],
): Promise<Statement> {
  const position = ((await db.maximum(Statements, "position", { proposalId })) ?? 0) + 1;
  const added = { ...known, proposalId, part, position, text, version: 1, originId: null };
  const { identifiers } = await db.insert(Statements, added);
  const id = identifiers[0]!.id as string;
  if (passageIds)
    await db.insert(
      StatementPassages,
      passageIds.map((passageId) => ({ statementId: id, passageId })),
    );
  await record("statement.written", id, { proposalId, part, text, ...(passageIds && { passageIds }) });
  return { ...added, id };
}

/** Gives a sentence of a proposal that is held other words; the caller saw that they were written from its version. */
export async function rewordStatement(
  { db, record }: Transaction,
  before: Statement,
  { part, text }: Pick<Statement, "part" | "text">,
): Promise<Statement> {
  const { id, proposalId } = before;
  const statement: Statement = { ...before, part, text, version: before.version + 1 };
  await db.update(Statements, id, { part, text, version: statement.version });
  await record("statement.reworded", id, { proposalId, from: before.text, to: text, part });
  return statement;
}
