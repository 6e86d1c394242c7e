/**
 * A statement has two versions: its words carry a counter, its sources a digest of what is attached. Attaching a
 * key point makes no rewording stale, and neither overwrites the other unseen.
 */
import { limits } from "@cahier/schema/limits";
import type {
  RemoveStatementInput,
  SourceStatementInput,
  WriteStatementInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { keptIds } from "../../understand/keyPoint/keyPoint.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { StatementKeyPoints, StatementPassages, Statements } from "./statement.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { sourcesOf, versionOf } from "./statement.queries.ts";
import { addStatement, dropStatement, rewordStatement } from "./statement.writes.ts";
import { keepVersion } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Most key points, or passages, one statement may rest on. */
const most = 200;

export async function writeStatement(tx: Transaction, input: WriteStatementInput) {
  const { db } = tx;
  const proposal = await proposalToWrite(db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  const { part } = input;
  const text = neededLine(input.text, "text", limits["statement.text"]);
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const proposalId = proposal.id;
  const before = await db.findOneBy(Statements, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const statement = await addStatement(tx, { id, proposalId, part, text });
    await keepVersion(tx, proposal, await whyOf(tx, input.why));
    return { statement, proposal };
  }
  // A retry, or the same act by two people.
  if (before.text === text && before.part === part) return { statement: before, proposal };
  refuseStale(before, input.version);
  const statement = await rewordStatement(tx, before, { part, text });
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { statement, proposal };
}

export async function removeStatement(tx: Transaction, input: RemoveStatementInput) {
  authorize(readingPolicy.hold(tx.viewer));
  // Taken out already, by this person or another: it is done.
  if (isId(input.id) && !(await tx.db.existsBy(Statements, { id: input.id }))) return {};
  const { statement, proposal } = await statementToWrite(tx, input.id);
  refuseStale(statement, input.version);
  await dropStatement(tx, statement);
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { proposal };
}

export async function sourceStatement(tx: Transaction, input: SourceStatementInput) {
  const { db, record } = tx;
  const { statement, proposal } = await statementToWrite(tx, input.id);
  const keyPointIds = (await keptIds(db, idsOf(input.keyPointIds, "keyPointIds"))).toSorted();
  const passageIds = idsOf(input.passageIds, "passageIds");
  await refuseUnknown(tx, proposal, keyPointIds, passageIds);

  const { id: statementId } = statement;
  const before = await sourcesOf(db, statementId);
  const inForce = versionOf(before);
  // A retry, or the same act by two people: it is done.
  if (versionOf({ keyPointIds, passageIds }) === inForce) return { statement };
  if (input.sourcesVersion && input.sourcesVersion !== inForce)
    throw new Refusal("STALE", "sourcesVersion", inForce).with({ current: statement });
  await db.delete(StatementKeyPoints, { statementId });
  await db.delete(StatementPassages, { statementId });
  const keyPoints = keyPointIds.map((keyPointId) => ({ statementId, keyPointId }));
  const passages = passageIds.map((passageId) => ({ statementId, passageId }));
  if (keyPoints.length) await db.insert(StatementKeyPoints, keyPoints);
  if (passages.length) await db.insert(StatementPassages, passages);
  await record("statement.sourced", statementId, {
    proposalId: proposal.id,
    from: before,
    to: { keyPointIds, passageIds },
  });
  await keepVersion(tx, proposal);
  return { statement };
}

/** Reads a statement and its proposal, locked: the proposal first, as in every act of its writers. */
export async function statementToWrite({ db, viewer }: Transaction, id: string) {
  authorize(readingPolicy.hold(viewer));
  const found = isId(id) ? await db.findOneBy(Statements, { id }) : null;
  if (!found) throw new Refusal("GONE", "id");
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const statement = await db.findOneBy(Statements, { id });
  if (!statement) throw new Refusal("GONE", "id");
  return { statement, proposal };
}

function idsOf(asked: string[], field: string): string[] {
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))].toSorted();
  if (ids.length > most) throw new Refusal("TOO_MANY_CHOICES", field, String(most));
  if (!ids.every(isId)) throw new Refusal("UNKNOWN_CHOICE", field);
  return ids;
}

/** Refuses sources of another group, and passages that are not published. */
async function refuseUnknown({ db }: Transaction, { groupId }: Proposal, keyPoints: string[], passages: string[]) {
  const [found] = await db.query<[{ keyPoints: number; passages: number }]>(
    `select
       (select count(*)::int from key_point k join objective o on o.id = k.objective_id
        where k.id = any($1::uuid[]) and o.group_id = $3) as "keyPoints",
       (select count(*)::int from passage p join contribution c on c.id = p.contribution_id
        where p.id = any($2::uuid[]) and ${visible("c")}
          and coalesce((select group_id from objective where id = c.objective_id), $3) = $3) as passages`,
    [keyPoints, passages, groupId],
  );
  if (found.keyPoints < keyPoints.length) throw new Refusal("UNKNOWN_CHOICE", "keyPointIds");
  if (found.passages < passages.length) throw new Refusal("UNKNOWN_CHOICE", "passageIds");
}
