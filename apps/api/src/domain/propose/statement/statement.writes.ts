import { type EntityManager, In } from "typeorm";
import type { KeyPointNature, StatementPart } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { heldKeyPoint } from "../../understand/keyPoint/keyPoint.writes.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { type Statement, StatementKeyPoints, StatementPassages, Statements } from "./statement.entity.ts";
import { sourcesOf } from "./statement.queries.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { placeTold } from "../../understand/passage/passage.writes.ts";

/** A sentence to add; its id where a client made it, so that a retry finds it. */
type Added = Pick<Statement, "proposalId" | "part" | "text"> & { id?: string };

/** Adds a sentence at the end of a locked proposal, with its sources if it has some. */
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

/** Adds a sentence of a locked proposal just after another one, with its part and its sources. */
export async function addStatementAfter(
  { db, record }: Transaction,
  { id: afterId, proposalId, part, position: place }: Statement,
  { id, text }: Pick<Statement, "id" | "text">,
): Promise<Statement> {
  await db.query("update statement set position = position + 1 where proposal_id = $1 and position > $2", [
    proposalId,
    place,
  ]);
  const added: Statement = { id, proposalId, part, position: place + 1, text, version: 1, originId: null };
  await db.insert(Statements, added);
  await copySources(db, afterId, id);
  await record("statement.written", id, { proposalId, part, text, cutFrom: afterId, ...(await sourcesOf(db, id)) });
  return added;
}

/** Attaches to a sentence what another one stands on, beside its own. */
export async function copySources(db: EntityManager, fromId: string, toId: string) {
  for (const [table, column] of [
    ["statement_key_point", "key_point_id"],
    ["statement_passage", "passage_id"],
  ])
    await db.query(
      `insert into ${table} (statement_id, ${column}) select $2, ${column} from ${table} where statement_id = $1
       on conflict do nothing`,
      [fromId, toId],
    );
}

/** Rewords a sentence of a locked proposal; the caller checked its version. */
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

/** Removes a sentence of a locked proposal, with its sources; the caller checked its version. */
export async function dropStatement(
  { db, record }: Transaction,
  { id: statementId, proposalId, part, text }: Statement,
) {
  const sources = await sourcesOf(db, statementId);
  await db.delete(StatementKeyPoints, { statementId });
  await db.delete(StatementPassages, { statementId });
  await db.delete(Statements, statementId);
  await record("statement.removed", statementId, { proposalId, part, text, ...sources });
}

/** Removes the sentences of a draft that goes, with their sources; key points and words they stood on stay. */
export async function removeAll(db: EntityManager, proposalId: string) {
  const statementId = In((await db.findBy(Statements, { proposalId })).map(({ id }) => id));
  await db.delete(StatementKeyPoints, { statementId });
  await db.delete(StatementPassages, { statementId });
  await db.delete(Statements, { proposalId });
}

/** The part that a key point of each nature belongs to. */
const partOf: Record<KeyPointNature, StatementPart> = {
  FINDING: "PROBLEM",
  DEFINITION: "ARGUMENT",
  PROBLEM: "PROBLEM",
  LEVER: "MEASURE",
  ARGUMENT: "ARGUMENT",
  OBJECTION: "LIMIT",
  EXAMPLE: "ARGUMENT",
};

/** Writes the key point a proposal begins from as its first sentence, in the part of its nature. */
export async function beginFrom({ db, record }: Transaction, proposalId: string, keyPointId: string) {
  const { groupId } = await db.findOneByOrFail(Proposals, { id: proposalId });
  const keyPoint = await heldKeyPoint(db, keyPointId);
  const objective = keyPoint && (await db.findOneBy(Objectives, { id: keyPoint.objectiveId }));
  if (!keyPoint || objective?.groupId !== groupId) throw new Refusal("UNKNOWN_CHOICE", "keyPointId");
  const statement = { proposalId, part: partOf[keyPoint.nature], position: 1, text: keyPoint.sentence };
  const { identifiers } = await db.insert(Statements, statement);
  const statementId = identifiers[0]!.id as string;
  await db.insert(StatementKeyPoints, { statementId, keyPointId: keyPoint.id });
  await record("statement.written", statementId, { ...statement, keyPointIds: [keyPoint.id] });
}

/** Copies sentences of a proposal to the end of another, each with the key points and the passages it stands on. */
export async function copyStatements(
  db: EntityManager,
  fromId: string,
  toId: string,
  asked: readonly string[],
  field: string,
) {
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
  if (!ids.every(isId)) throw new Refusal("UNKNOWN_CHOICE", field);
  const copied = await db.query<{ id: string; origin: string }[]>(
    `insert into statement (proposal_id, part, position, text, origin_id)
     select $2, s.part, (select coalesce(max(position), 0) from statement where proposal_id = $2)
         + row_number() over (order by s.position, s.id), s.text, s.id
     from statement s where s.proposal_id = $1 and s.id = any($3::uuid[])
     returning id, origin_id as origin`,
    [fromId, toId, ids],
  );
  if (copied.length < ids.length) throw new Refusal("UNKNOWN_CHOICE", field);
  for (const [table, column] of [
    ["statement_key_point", "key_point_id"],
    ["statement_passage", "passage_id"],
  ])
    await db.query(
      `insert into ${table} (statement_id, ${column})
       select c.id, l.${column} from unnest($1::uuid[], $2::uuid[]) as c(id, origin)
       join ${table} l on l.statement_id = c.origin`,
      [copied.map(({ id }) => id), copied.map(({ origin }) => origin)],
    );
}

/** SQL: beside each passage of a statement, the objective of its text, and the region while anybody may read it. */
export const besideWords = `select l.statement_id, l.passage_id, c.objective_id, case when ${visible("c")} then c.region_id end as region_id,
    ${placeTold("c")} as place_id
  from statement_passage l join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id`;

/** Puts them beside each passage of a statement, where something else is kept. */
export const setWordsRight = (db: EntityManager) =>
  db.query(`update statement_passage l set objective_id = x.objective_id, region_id = x.region_id, place_id = x.place_id from (${besideWords}) x
    where x.statement_id = l.statement_id and x.passage_id = l.passage_id
      and (l.objective_id, l.region_id, l.place_id) is distinct from (x.objective_id, x.region_id, x.place_id)`);
