import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { stated } from "../../understand/keyPoint/keyPoint.sql.ts";
import { type Passage, Passages } from "../../understand/passage/passage.entity.ts";
import { proposalToRead } from "../proposal/proposal.queries.ts";

/** A stated key point that a statement may rest on, and some of its passages. */
export interface SourceToChoose {
  keyPoint: KeyPoint;
  passages: Passage[];
}

/** Most key points to choose from, those of one objective before one searches, and passages of each of them. */
const most = { found: 40, ofObjective: 12, passages: 8 };
/** Texts that say the words, among which passages are looked for. */
const texts = 2000;

/**
 * Stated key points of the group of a proposal: those whose sentence or whose passages say some words; the first of each
 * objective where there are none.
 */
export async function sourcesToChoose(
  context: Context,
  slug: string,
  search: string | null | undefined,
): Promise<SourceToChoose[]> {
  const proposal = await proposalToRead(context, slug);
  if (!proposal) return [];
  const words = search?.replaceAll("\0", "").trim().slice(0, 200) || null;
  const keyPoints = await (words ? saidIn(context, proposal.groupId, words) : firstOf(context, proposal.groupId));
  const passages = await passagesOf(
    context,
    keyPoints.map(({ id }) => id),
    words,
  );
  return keyPoints.map((keyPoint) => ({ keyPoint, passages: passages.get(keyPoint.id) ?? [] }));
}

const firstOf = ({ db }: Context, groupId: string) =>
  rowsOf(
    db,
    KeyPoints,
    "statement: first sources",
    `join objective o on o.id = it.objective_id where o.group_id = $1 and it.id in (
       select k.id from objective g cross join lateral (select k.id from key_point k
         where k.objective_id = g.id and ${stated("k")} order by k.number limit ${most.ofObjective}) k
       where g.group_id = $1)
     order by o.number, it.number`,
    [groupId],
  );

const saidIn = ({ db }: Context, groupId: string, words: string) =>
  rowsOf(
    db,
    KeyPoints,
    "statement: sources found",
    `join objective o on o.id = it.objective_id and o.group_id = $1
     where ${stated("it")} and (search_document(it.sentence) @@ search_query($2) or it.id in (
       select l.key_point_id from (select s.contribution_id from contribution_search s
         where s.document @@ search_query($2) limit ${texts}) x
       join passage p on p.contribution_id = x.contribution_id
       join contribution c on c.id = p.contribution_id and ${visible("c")}
       join key_point_passage l on l.passage_id = p.id
       where search_document(p.quote) @@ search_query($2)))
     order by o.number, it.number limit ${most.found}`,
    [groupId, words],
  );

/** Some passages of key points, those that say the words first. */
async function passagesOf({ db }: Context, ids: string[], words: string | null) {
  const rows = await prepared<Passage & { key: string }>(
    db,
    "statement: passages to choose",
    `select k.id as key, ${columnsOf(db, Passages)} from unnest($1::uuid[]) k(id) cross join lateral (
       select p.*, ($2::text is not null and search_document(p.quote) @@ search_query($2)) as says
       from key_point_passage l join passage p on p.id = l.passage_id
       join contribution c on c.id = p.contribution_id and ${visible("c")}
       where l.key_point_id = k.id order by says desc, l.passage_id limit ${most.passages}) it`,
    [ids, words],
  );
  return grouped(rows, ({ key }) => key);
}

/** Passages of a key point that are told before they are linked. */
const apart = 3;

/**
 * Stated key points of which a proposal rests on some passages alone, with passages that none of its statements rests on:
 * what is at hand, and has no sentence yet.
 */
export async function sourcesToLink({ batch, db, load }: Context, proposalId: string): Promise<SourceToChoose[]> {
  const loader = batch("proposal: sources to link", async (ids) => {
    const rows = await prepared<Passage & { key: string; keyPointId: string }>(
      db,
      "proposal: sources to link",
      `select half.proposal_id as key, half.id as "keyPointId", ${columnsOf(db, Passages)} from (
         select distinct s.proposal_id, k.id, k.number from statement s
         join statement_passage l on l.statement_id = s.id
         cross join lateral (select key_point_id from key_point_passage where passage_id = l.passage_id offset 0) o
         join key_point k on k.id = o.key_point_id and ${stated("k")} where s.proposal_id = any($1::uuid[])) half
       cross join lateral (select p.* from key_point_passage l join passage p on p.id = l.passage_id
         join contribution c on c.id = p.contribution_id and ${visible("c")}
         where l.key_point_id = half.id and l.passage_id <> all(array(
           select x.passage_id from statement s join statement_passage x on x.statement_id = s.id
           where s.proposal_id = half.proposal_id
           union all
           select o.passage_id from statement s join statement_key_point x on x.statement_id = s.id
           join key_point_passage o on o.key_point_id = x.key_point_id where s.proposal_id = half.proposal_id))
         order by l.passage_id limit ${apart}) it order by half.number, half.id, it.id`,
      [ids],
    );
    return grouped(rows, ({ key }) => key);
  });
  const found = Map.groupBy((await loader(proposalId)) ?? [], ({ keyPointId }) => keyPointId);
  const keyPoints = await Promise.all([...found.keys()].map(async (id) => load(KeyPoints, id)));
  return keyPoints.flatMap((keyPoint) => (keyPoint ? [{ keyPoint, passages: found.get(keyPoint.id)! }] : []));
}
