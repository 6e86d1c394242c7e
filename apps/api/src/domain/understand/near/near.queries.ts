import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { linked } from "../../../platform/data/linked.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { type KeyPoint, KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { keyPointsToGive, readableKeyPoint } from "../keyPoint/keyPoint.queries.ts";
import { isBlind } from "../reading/readPassage.queries.ts";
import { theirs } from "../reading/reading.filter.ts";
import { type ReadingDesk, type ReadingText, queue } from "../reading/reading.queries.ts";
import { readingGroups, passagePolicy } from "../passage/passage.policy.ts";
import { wordsAt } from "../passage/passage.words.ts";
import { type LeftBeside, leftBeside } from "./leftNear.queries.ts";
import { nearOf, shelfOf } from "./near.index.ts";
import type { Likes } from "./shelf.ts";
import { folded } from "./shingles.ts";
import { wordsOf } from "../../../platform/text/stems.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Marked answers an objective needs before anything is suggested: fewer suggest by chance. */
const enough = 20;
/** Upper limits: suggested key points, and near texts shown, of those that are looked at. */
const most = { suggestions: 3, near: 20, looked: 30, almost: 5 };

/** A key point that a stretch may say, and the words that say why. */
export interface Suggestion {
  keyPoint: KeyPoint;
  words: string[];
}

/** A text near another, as its readers see it. */
export interface NearText {
  contribution: Contribution;
  isRead: boolean;
  words: string[];
}

/** A text that was near another, and is kept apart from it. */
export interface LeftNearText extends LeftBeside {
  text: NearText;
}

/** The texts that are like one. */
export interface NearTexts {
  id: string;
  identical: NearText[];
  almost: NearText[];
}

/** Marked stretches among which enough texts are looked for, before all are counted. */
const lookedAt = 200;

/** True if enough texts of an objective are marked for key points to be suggested. */
export async function canSuggest({ db }: Context, objective: string): Promise<boolean> {
  const marked = (limit = "") => `(select count(distinct id) from (select c.id from objective o
    join key_point k on k.objective_id = o.id join key_point_passage l on l.key_point_id = k.id
    join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id and ${visible("c")}
    where o.slug = $1 ${limit}) one) >= ${enough}`;
  const text = `select ${marked(`limit ${lookedAt}`)} or ${marked()} as enough`;
  const [found] = await prepared<{ enough: boolean }>(db, "near: marked", text, [objective]);
  return found!.enough;
}

/** The key points of an objective that a stretch of a text may say; null when that cannot be told. */
export async function suggestionsFor(
  context: Context,
  { contribution }: ReadingText,
  { startsAt, endsAt, objective: slug }: { startsAt: number; endsAt: number; objective?: string | null },
): Promise<Suggestion[] | null> {
  const stretch = wordsAt(contribution.body, startsAt, endsAt);
  if (!stretch || !passagePolicy.mark(context.viewer, contribution, null)) return null;
  const objective = slug
    ? ((await rowsOf(context.db, Objectives, "near: objective", "where it.slug = $1", [slug]))[0] ?? null)
    : await context.load(Objectives, contribution.objectiveId);
  if (!objective || !(await canSuggest(context, objective.slug))) return null;
  const there = keyed(await keyPointsToGive(context, objective.slug), ({ id }) => id);
  const asked = { stretch: stretch.quote, textId: contribution.id, among: [...there.keys()], count: most.suggestions };
  const shelf = { objectiveId: objective.id, themeId: contribution.themeId };
  const found = await nearOf(context.db).answer([shelf], context.now, (thread) =>
    thread.ask(shelfOf(shelf), "suggest", asked),
  );
  if (!found) return null;
  const written = writtenIn(stretch.quote);
  return found.map(({ keyPointId, stems }) => ({ keyPoint: there.get(keyPointId)!, words: written(stems) }));
}

/**
 * A few texts near one, that say a key point or are still to be read. Whoever reads second and blind is not told what
 * others made of words like these.
 */
export async function textsNear(
  context: Context,
  { contribution, groups }: ReadingText,
  first = 4,
): Promise<NearText[]> {
  if (await isBlind(context, contribution.id)) return [];
  const shelf = shelfOf(contribution);
  const found = await nearOf(context.db).answer([contribution], context.now, async (thread) => {
    const [nearest, likes] = await Promise.all([
      thread.ask(shelf, "nearest", { id: contribution.id, count: most.looked }),
      thread.ask(shelf, "likes", [contribution.id]),
    ]);
    const apart = new Set(
      likesOf(likes, contribution.id).flatMap(({ identical, almost }) => [...identical, ...almost]),
    );
    return nearest.filter(({ id }) => !apart.has(id));
  });
  if (!found?.length) return [];
  const left = await leftBeside(context, contribution.id);
  const ids = [...found, ...left].map(({ id }) => id);
  const readable = await readableTexts(context, groups, [...new Set(ids)]);
  const isApart = apartBy(left, readable);
  const written = writtenIn(contribution.body);
  return found
    .flatMap(({ id, stems }) => {
      const text = readable.get(id);
      return text && !isApart(text) && (text.isMarked || !text.isRead) ? { ...text, words: written(stems) } : [];
    })
    .slice(0, Math.min(Math.max(first, 0), most.near));
}

/** The texts like one; null when there are none, and for whoever reads it blind. */
export async function nearTextsOf(context: Context, { contribution, groups }: ReadingText) {
  if (await isBlind(context, contribution.id)) return null;
  return (await nearTextsAmong(context, [contribution], groups))[0] ?? null;
}

/** Of a page of the queue, twenty texts, those that others are like. */
export async function nearTextsInQueue(
  context: Context,
  readingDesk: ReadingDesk,
  args: { filter?: ReadingFilter | null; after?: string | null },
): Promise<NearTexts[]> {
  if (args.filter?.secondReading || args.filter?.minutes) return [];
  return nearTextsAmong(context, (await queue(context, readingDesk, { ...args, first: 20 })).nodes, readingDesk.groups);
}

async function nearTextsAmong(context: Context, texts: Contribution[], groups: string[] | null): Promise<NearTexts[]> {
  if (!texts.length) return [];
  const byShelf = Map.groupBy(texts, shelfOf);
  const answers = await nearOf(context.db).answer(texts, context.now, (thread) =>
    Promise.all(
      [...byShelf].map(([shelf, some]) =>
        thread.ask(
          shelf,
          "likes",
          some.map(({ id }) => id),
        ),
      ),
    ),
  );
  const likes = new Map(
    (answers ?? []).flatMap((answer) => texts.flatMap(({ id }) => likesOf(answer, id).map((it) => [id, it] as const))),
  );
  const ids = [...likes.values()].flatMap(({ identical, almost }) => [...identical, ...almost]);
  if (!ids.length) return [];
  const left = await Promise.all(texts.map(async ({ id }) => leftBeside(context, id)));
  const readable = await readableTexts(context, groups, [...new Set([...ids, ...left.flat().map(({ id }) => id)])]);
  return texts.flatMap(({ id }, at) => {
    const isApart = apartBy(left[at]!, readable);
    const those = (some: string[] = []) => some.flatMap((it) => readable.get(it) ?? []).filter((it) => !isApart(it));
    const [identical, almost] = [those(likes.get(id)?.identical), those(likes.get(id)?.almost)];
    return identical.length || almost.length ? { id, identical, almost } : [];
  });
}

/**
 * Says of a near text whether it is kept apart: it was left aside, or it says the same words as one that was. Of those in
 * the same words another may stand for all tomorrow, which nobody is to judge again.
 */
function apartBy(left: LeftBeside[], readable: Map<string, NearText>) {
  const ids = new Set(left.map(({ id }) => id));
  const bodies = [...ids].flatMap((id) => readable.get(id)?.contribution.body ?? []);
  const words = new Set(bodies.map((body) => folded(body)));
  return ({ contribution: { id, body } }: NearText) => ids.has(id) || (words.size > 0 && words.has(folded(body)));
}

/** The texts kept apart from one, the last one first; none for whoever reads it blind. */
export async function leftNear(context: Context, { contribution, groups }: ReadingText): Promise<LeftNearText[]> {
  if (await isBlind(context, contribution.id)) return [];
  const left = await leftBeside(context, contribution.id);
  const ids = left.map(({ id }) => id);
  const readable = await readableTexts(context, groups, ids);
  return left.flatMap((it) => {
    const text = readable.get(it.id);
    return text ? { ...it, text } : [];
  });
}

/** The ids of the texts like one, the nearest first. */
function likesOf(answer: Map<string, Likes>, id: string): { identical: string[]; almost: string[] }[] {
  const likes = answer.get(id);
  if (!likes) return [];
  return [{ identical: likes.identical, almost: likes.almost.slice(0, most.almost).map((other) => other.id) }];
}

/**
 * Reads the texts among the ids that may be read, as they are now: whatever the worker says, a text that is withdrawn,
 * hidden or only counted stops here.
 */
async function readableTexts({ db }: Context, groups: string[] | null, ids: string[]) {
  const rows = ids.length
    ? await prepared<Contribution & { isRead: boolean; isMarked: boolean }>(
        db,
        "near: readable",
        `select ${columnsOf(db, Contributions, "c")},
           c.readers > 0 as "isRead",
           exists (select from passage p join key_point_passage l on l.passage_id = p.id where p.contribution_id = c.id) as "isMarked"
         from contribution c where c.id = any($2::uuid[]) and ${theirs("$1")}`,
        [groups, ids],
      )
    : [];
  return new Map(
    rows.map(({ isRead, isMarked, ...contribution }) => [
      contribution.id,
      { contribution, isRead, isMarked, words: [] as string[] },
    ]),
  );
}

/** Answers the key points marked in a text, once each; none if the viewer is to read it blind. */
export async function keyPointsIn(context: Context, { contribution }: NearText): Promise<KeyPoint[]> {
  if (await isBlind(context, contribution.id)) return [];
  return linked(
    context,
    "key point: in contributions",
    KeyPoints,
    `l.contribution_id as key
     from (select distinct p.contribution_id, k.key_point_id from passage p join key_point_passage k on k.passage_id = p.id
       where p.contribution_id = any($1::uuid[])) l
     join key_point it on it.id = l.key_point_id join objective o on o.id = it.objective_id
     where ${readableKeyPoint("$2")} order by o.number, it.number`,
    contribution.id,
    [readingGroups(context.viewer)],
  );
}

/** Stems as the words of a text, those it has: in small letters, and long enough to say why. */
function writtenIn(text: string) {
  const words = new Map(
    wordsOf(text).flatMap(({ stem, written }) => (written.length > 2 ? [[stem, writtenAs(written)]] : [])),
  );
  return (stems: string[]) => stems.flatMap((stem) => words.get(stem) ?? []);
}

/** A word that opens a sentence loses its capital; one that is all capitals keeps them. */
const writtenAs = (word: string) => (word === word.toUpperCase() ? word : word.toLowerCase());
