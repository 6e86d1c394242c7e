/**
 * People and regions are counted over published contributions, for the team as for everybody: a text that is
 * hidden or withdrawn stops holding up a key point and a statement at once, and a visitor can check what the team
 * counts.
 */
import type { EntityManager } from "typeorm";
import { keyed } from "../../../platform/data/batch.ts";
import { lengthOf } from "../../../platform/data/bounded.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached, rowNamed } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { inReadableGroup, readableBy } from "../../ground/group/group.queries.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointPolicy } from "./keyPoint.policy.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { citations } from "./keyPoint.kept.ts";

/** Count of people, and of today's regions that they speak from. */
export interface Standing {
  people: number;
  regions: number;
}

export const nobody: Standing = { people: 0, regions: 0 };

/**
 * The columns of a standing, over the contributions `c` that passages come from. A response is one person; minutes are
 * nobody's words, and count for none.
 */
export const standing = `(count(distinct coalesce(c.response_id, c.id)) filter (where c.minutes_block_id is null))::int as people,
  count(distinct c.region_id)::int as regions`;

/**
 * SQL condition: key points `it` of objectives `o` that the viewer may read: the stated ones, and the working ones of
 * the groups. A merged one is read in the one that holds its words.
 */
export const readableKeyPoint = (groups: string, it = "it") =>
  `(${it}.state = 'STATED' or (${it}.state = 'WORKING'
    and (${groups}::uuid[] is null or o.group_id = any(${groups}::uuid[]))))`;

/** A key point, or the one it was merged into, if the viewer may read it: none of a group that one may not read. */
export async function keyPointToRead(context: Context, id: string): Promise<KeyPoint | null> {
  if (!isId(id)) return null;
  const tail = `join objective o on o.id = it.objective_id and ${inReadableGroup("o.group_id")}
    where it.id = (select coalesce(merged_into_id, id) from key_point where id = $3) and ${readableKeyPoint("$4")}`;
  const values = [...readableBy(context), id.toLowerCase(), readingGroups(context.viewer)];
  return rowNamed(context, "key point: one", KeyPoints, tail, values);
}

/** A key point, or the one that holds its words since, if anybody may read it. */
export async function statedNow({ load }: Context, id: string | null | undefined): Promise<KeyPoint | null> {
  const found = await load(KeyPoints, id);
  const keyPoint = found?.mergedIntoId ? await load(KeyPoints, found.mergedIntoId) : found;
  return keyPoint?.state === "STATED" ? keyPoint : null;
}

/** The one that a key point stands under; null where the viewer may not read it. */
export async function parentOf({ load, viewer }: Context, { parentId }: KeyPoint): Promise<KeyPoint | null> {
  const parent = await load(KeyPoints, parentId);
  if (!parent || parent.state === "STATED") return parent;
  const objective = await load(Objectives, parent.objectiveId);
  return keyPointPolicy.read(viewer, parent, objective!.groupId) ? parent : null;
}

/** All the key points of an objective, or of all, as the reading desk shows them. */
export const keyPointsToGive = ({ db, viewer }: Context, objective: string | null): Promise<KeyPoint[]> =>
  rowsOf(
    db,
    KeyPoints,
    "key point: read",
    `join objective o on o.id = it.objective_id
     where ($1::text is null or o.slug = $1) and ${readableKeyPoint("$2")} order by o.number, it.number limit 5000`,
    [objective, readingGroups(viewer)],
  );

/** Most key points of an objective that are told at once by how many people say them. */
const mostRanked = 200;

/** The key points of an objective that most people say, so many at most. */
export const mostSaidOf = (context: Context, objectiveId: string, first?: number | null): Promise<KeyPoint[]> =>
  linkedCached(
    context,
    "key point: most said",
    KeyPoints,
    `parent.id as key from unnest($1::uuid[]) parent (id) cross join lateral (
       select k.*, (select count(distinct l.voice_id) from key_point_passage l where l.key_point_id = k.id) as people
       from key_point k join objective o on o.id = k.objective_id
       where k.objective_id = parent.id and ${readableKeyPoint("$2", "k")} order by people desc, k.number limit $3::int) it
     order by it.people desc, it.number`,
    objectiveId,
    [readingGroups(context.viewer), lengthOf(first, mostRanked)],
  );

/** Most key points that are told by their ids. */
const mostNamed = 100;

/** Key points to give words to, by their ids: those that the viewer may read, and that were not merged. */
export const keyPointsNamed = ({ db, viewer }: Context, ids: readonly string[]): Promise<KeyPoint[]> =>
  rowsOf(
    db,
    KeyPoints,
    "key point: named",
    `join objective o on o.id = it.objective_id
     where it.id = any($1::uuid[]) and ${readableKeyPoint("$2")} order by o.number, it.number limit ${mostNamed}`,
    [ids.filter(isId).slice(0, mostNamed), readingGroups(viewer)],
  );

/** Answers the key points that a passage says. */
export const keyPointsOfPassage = (context: Context, passageId: string) =>
  linkedKeyPoints(context, "passages", "l.passage_id", "key_point_passage l", passageId);

/** Answers the key points that a statement rests on, beside passages. */
export const keyPointsOfStatement = (context: Context, statementId: string) =>
  linkedKeyPoints(context, "statements", "l.statement_id", "statement_key_point l", statementId);

/** Answers the key points that a paragraph of a synthesis rests on; in a debate, on the one side. */
export const keyPointsOfParagraph = (context: Context, paragraphId: string) =>
  linkedKeyPoints(context, "paragraphs", "l.paragraph_id", `${cited} l`, paragraphId, "not l.against");

/** In a debate, on the other side. */
export const keyPointsAgainst = (context: Context, paragraphId: string) =>
  linkedKeyPoints(context, "debates", "l.paragraph_id", `${cited} l`, paragraphId, "l.against");

/** One that was merged into another cited beside it is told once. */
const cited = `(select distinct * from ${citations} each)`;

const linkedKeyPoints = (context: Context, of: string, key: string, link: string, id: string, where = "true") =>
  linkedCached(
    context,
    `key point: of ${of}`,
    KeyPoints,
    `${key} as key from ${link} join key_point it on it.id = l.key_point_id join objective o on o.id = it.objective_id
     where ${key} = any($1::uuid[]) and ${where} and ${readableKeyPoint("$2")} order by o.number, it.number`,
    id,
    [readingGroups(context.viewer)],
  );

/** Passages of a key point that a list of several shows. */
const mostFirst = 20;

/**
 * The passages that say a key point, oldest words first: so many of them, those that follow one. Their date stands beside
 * the link as long as anybody may read their text, and no text is looked up.
 */
export const passagesSaying = (
  context: Context,
  keyPointId: string,
  first?: number | null,
  after?: string | null,
): Promise<Passage[]> =>
  // Those of the beginning alone are kept: a stranger may name any other as the last one read.
  (after ? linked : linkedCached)(
    context,
    "key point: passages",
    Passages,
    `parent.id as key from unnest($1::uuid[]) parent (id) cross join lateral (
       select p.*, l.said_on, l.text_id from key_point_passage l join passage p on p.id = l.passage_id
       where l.key_point_id = parent.id and l.said_on is not null
         and ($3::uuid is null or (l.said_on, l.text_id, p.starts_at, p.id) > (
           select last.said_on, last.text_id, read.starts_at, read.id from key_point_passage last join passage read on read.id = last.passage_id
           where last.key_point_id = parent.id and last.passage_id = $3::uuid))
       order by l.said_on, l.text_id, p.starts_at, p.id limit $2::int) it
     order by it.said_on, it.text_id, it.starts_at, it.id`,
    keyPointId,
    [lengthOf(first), after ?? null],
  );

/** The first of these. */
export const firstPassagesOf = (context: Context, keyPointId: string) => passagesSaying(context, keyPointId, mostFirst);

/** Number of passages that say a key point. */
export async function passagesCounted({ db, cached }: Context, keyPointId: string): Promise<number> {
  const name = "key point: passage count";
  const text = `select l.key_point_id as key, count(*)::int as n from key_point_passage l
    where l.key_point_id = any($1::uuid[]) and l.said_on is not null group by 1`;
  const loader = cached(name, async (ids) =>
    keyed(await prepared<{ key: string; n: number }>(db, name, text, [ids]), ({ key }) => key),
  );
  return (await loader(keyPointId))?.n ?? 0;
}

/** Passages of a key point among which two are chosen: ids are drawn at random, and so are these. */
const chosenAmong = 12;

/**
 * The two passages that a key point is judged by: of two people, whole sentences first, then the shortest. Who says one
 * stands beside its link while anybody may read it: no text is looked up. Kept until the team reads or merges.
 */
export const quotesOf = (context: Context, keyPointId: string): Promise<Passage[]> =>
  linkedCached(
    context,
    "key point: quotes",
    Passages,
    `asked.id as key from unnest($1::uuid[]) asked(id) cross join lateral (
       select * from (
         select distinct on (l.voice_id) p.* from (
           select passage_id, voice_id from key_point_passage
           where key_point_id = asked.id and voice_id is not null order by passage_id limit ${chosenAmong}) l
         join passage p on p.id = l.passage_id
         order by l.voice_id, p.quote ~ '[.!?…]$' desc, length(p.quote), p.id) each
       order by quote ~ '[.!?…]$' desc, length(quote), id limit 2) it`,
    keyPointId,
  );

const standings = `select l.key_point_id as key, count(distinct l.voice_id)::int as people,
    count(distinct l.region_id)::int as regions
  from key_point_passage l where l.key_point_id = any($1::uuid[]) group by 1`;

type KeyedStanding = Standing & { key: string };

/** From how many people and regions a key point comes. */
export async function standingOfKeyPoint({ db, cached }: Context, keyPointId: string): Promise<Standing> {
  const name = "key point: standing";
  const loader = cached(name, async (ids) =>
    keyed(await prepared<KeyedStanding>(db, name, standings, [ids]), ({ key }) => key),
  );
  return (await loader(keyPointId)) ?? nobody;
}

/** Counts the people behind a key point, for a command that holds it. */
export async function peopleBehind(db: EntityManager, keyPointId: string): Promise<number> {
  const [found] = await db.query<KeyedStanding[]>(standings, [[keyPointId]]);
  return found?.people ?? 0;
}

/**
 * SQL: which key points of $1 no synthesis, no proposal and no reaction rests on, nor on one that was merged into them. Foreign
 * keys tell the tables: those beside are its passages, how they were read and its merges, which stay with it.
 */
export const alone = (db: EntityManager) =>
  `select it.id as key from key_point it where it.id = any($1::uuid[])
     and ${unreferenced(db, KeyPoints, "it", ["key_point_passage", "reading_code", "key_point_merge"])}
     and not exists (select from ${citations} c where c.key_point_id = it.id)
     and not exists (select from reaction r where r.subject = 'KEY_POINT'
       and r.subject_id in (select it.id union all select k.id from key_point k where k.merged_into_id = it.id))`;

/** True if nothing that people read rests on a key point. */
export async function isAlone({ db, batch }: Context, keyPointId: string): Promise<boolean> {
  const name = "key point: alone";
  const loader = batch(name, async (ids) =>
    keyed(await prepared<{ key: string }>(db, name, alone(db), [ids]), ({ key }) => key),
  );
  return (await loader(keyPointId)) !== undefined;
}

/** True if a version of a synthesis cites the key point, or one that was merged into it. */
export async function isCited(db: EntityManager, keyPointId: string): Promise<boolean> {
  const text = `select exists (select from ${citations} each where each.key_point_id = $1) as cited`;
  return (await db.query<[{ cited: boolean }]>(text, [keyPointId]))[0].cited;
}
