import { longestList } from "@cahier/schema/limits";
import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import type { Reaction } from "../../ground/reaction/reaction.entity.ts";
import { reactionCountsOf, reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { citations } from "./keyPoint.kept.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { readableKeyPoint } from "./keyPoint.queries.ts";

/** Answers the children of a key point that the viewer may read. */
export const childrenOf = (context: Context, keyPointId: string): Promise<KeyPoint[]> =>
  linkedCached(
    context,
    "key point: children",
    KeyPoints,
    `it.parent_id as key from key_point it join objective o on o.id = it.objective_id
     where it.parent_id = any($1::uuid[]) and ${readableKeyPoint("$2")} order by it.number`,
    keyPointId,
    [readingGroups(context.viewer)],
  );

/** The versions `v` of syntheses `s` of objectives `o` that count: those in force, and those that a team works on. */
const shown = (groups: string) => `((v.version = s.version and v.state <> 'DRAFT')
  or (v.state <> 'PUBLISHED' and (${groups}::uuid[] is null or o.group_id = any(${groups}::uuid[]))))`;

/**
 * Answers the key points against one: objections that stand under it, and the other side of a debate, in the version of
 * a synthesis that anybody reads, or that its team writes.
 */
export const contraryOf = (context: Context, keyPointId: string): Promise<KeyPoint[]> =>
  linked(
    context,
    "key point: contrary",
    KeyPoints,
    `l.key as key from (
       select parent_id as key, id from key_point where parent_id = any($1::uuid[]) and nature = 'OBJECTION'
       union
       select mine.key_point_id, theirs.key_point_id
       from ${citations} mine
       join synthesis_paragraph p on p.id = mine.paragraph_id and p.kind = 'DEBATE'
       cross join lateral (select * from ${citations} c where c.paragraph_id = p.id offset 0) theirs
       join synthesis_version v on v.id = p.version_id
       join synthesis s on s.id = v.synthesis_id join objective o on o.id = s.objective_id
       where mine.key_point_id = any($1::uuid[]) and theirs.against <> mine.against
         and theirs.key_point_id <> mine.key_point_id and ${shown("$2")}
     ) l join key_point it on it.id = l.id join objective o on o.id = it.objective_id
     where ${readableKeyPoint("$2")} order by o.number, it.number`,
    keyPointId,
    [readingGroups(context.viewer)],
  );

/** Count of the people who speak from one region, in one channel. */
interface Voices {
  key: string;
  regionId: string | null;
  channel: Channel | null;
  people: number;
}

const voices = `select k.id as key, v.* from unnest($1::uuid[]) k(id) cross join lateral (
    select c.region_id as "regionId", c.channel, count(distinct coalesce(c.response_id, c.id))::int as people
    from key_point_passage l join contribution c on c.id = l.text_id and c.marked
    where l.key_point_id = k.id group by grouping sets ((c.region_id), (c.channel))) v
  order by v.people desc, 2, 3`;

/** Kept until the team reads, merges or moderates: what is new is marked by nobody yet. */
async function voicesOf({ joined, cached }: Context, keyPointId: string): Promise<Voices[]> {
  const name = "key point: voices";
  const loader = cached(name, async (ids) => grouped(await joined<Voices>(name, voices, [ids]), ({ key }) => key));
  return (await loader(keyPointId)) ?? [];
}

/** Count of the people who speak from a region of today. */
export interface KeyPointRegion {
  regionId: string;
  people: number;
}

/** The people behind a key point by region, most first. */
export const regionsOf = async (context: Context, keyPointId: string): Promise<KeyPointRegion[]> =>
  (await voicesOf(context, keyPointId)).flatMap(({ regionId, people }) => (regionId ? { regionId, people } : []));

/** The people behind a key point by channel, most first. */
export const channelsOf = async (context: Context, keyPointId: string) =>
  (await voicesOf(context, keyPointId)).flatMap(({ channel, people }) => (channel ? { channel, people } : []));

/** The key points whose words it holds beside its own. */
async function mergedInto({ db, cached }: Context, keyPointId: string): Promise<string[]> {
  const name = "key point: merged into";
  const text = `select merged_into_id as key, id from key_point where merged_into_id = any($1::uuid[])`;
  const loader = cached(name, async (ids) =>
    grouped(await prepared<{ key: string; id: string }>(db, name, text, [ids]), ({ key }) => key),
  );
  return ((await loader(keyPointId)) ?? []).map(({ id }) => id);
}

/** Answers the reactions to a key point and to those merged into it, the newest of them, oldest first. */
export async function reactionsToKeyPoint(context: Context, keyPointId: string): Promise<Reaction[]> {
  const ids = [keyPointId, ...(await mergedInto(context, keyPointId))];
  const said = await Promise.all(ids.map((id) => reactionsTo(context, "KEY_POINT", id)));
  const all = said.flat().toSorted((a, b) => a.reactedOn.localeCompare(b.reactedOn) || a.id.localeCompare(b.id));
  return all.slice(-longestList);
}

/** Counts the reactions to a key point, and to those merged into it, by kind. */
export async function reactionCountsOfKeyPoint(context: Context, keyPointId: string) {
  const ids = [keyPointId, ...(await mergedInto(context, keyPointId))];
  const counts = await Promise.all(ids.map((id) => reactionCountsOf(context, id)));
  const sum = (kind: keyof (typeof counts)[number]) => counts.reduce((all, one) => all + one[kind], 0);
  return {
    support: sum("support"),
    complete: sum("complete"),
    qualify: sum("qualify"),
    question: sum("question"),
    source: sum("source"),
  };
}

/** True if nothing holds to a key point, so that it can be removed. */
export async function isEmpty({ db, batch }: Context, keyPointId: string): Promise<boolean> {
  const name = "key point: empty";
  const text = `select id as key from key_point it where id = any($1::uuid[]) and ${unreferenced(db, KeyPoints)}`;
  const loader = batch(name, async (ids) =>
    keyed(await prepared<{ key: string }>(db, name, text, [ids]), ({ key }) => key),
  );
  return (await loader(keyPointId)) !== undefined;
}
