import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import type { Objective } from "../../ground/group/group.entity.ts";
import { groupOf, objectivesOf } from "../../ground/group/group.queries.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointsToGive, readableKeyPoint } from "./keyPoint.queries.ts";

/** Key points shown at once: past these, those of one objective, or those that say some words. */
const together = 300;

/** Key points to arrange; `objective` is the one that they are narrowed to, null for all. `more`: others are found by words. */
export interface KeyPointBoard {
  keyPoints: KeyPoint[];
  many: boolean;
  more: boolean;
  objective: Objective | null;
}

interface Asked {
  group?: string | null;
  objective?: string | null;
  search?: string | null;
}

/** All key points that the viewer reads; where they are many, some of an objective, or of those that say some words. */
export async function keyPointBoard(context: Context, { group, objective, search }: Asked): Promise<KeyPointBoard> {
  const { db, viewer } = context;
  const groups = readingGroups(viewer);
  const [found] = await prepared<{ count: number }>(
    db,
    "key point: many",
    `select count(*)::int as count from (select from key_point it join objective o on o.id = it.objective_id
       where ${readableKeyPoint("$1")} limit ${together + 1}) one`,
    [groups],
  );
  if (found!.count <= together)
    return { keyPoints: await keyPointsToGive(context, null), many: false, more: false, objective: null };
  const words = search?.replaceAll("\0", "").trim().slice(0, 200) || null;
  if (words && !objective) return { ...(await saying(context, null, words)), many: true, objective: null };
  const of = await groupOf(context, group);
  const all = of ? await objectivesOf(context, of.id) : [];
  const chosen = all.find(({ slug }) => slug === objective) ?? all[0] ?? null;
  const slug = objective ?? chosen?.slug;
  const some = slug ? await saying(context, slug, words) : { keyPoints: [], more: false };
  return { ...some, many: true, objective: chosen };
}

/** The first key points of an objective that say some words; of all of them where nothing is said. */
async function saying({ db, viewer }: Context, objective: string | null, words: string | null) {
  const tail = `join objective o on o.id = it.objective_id
    where ($2::text is null or o.slug = $2) and ${readableKeyPoint("$1")}
      and ($3::text is null or lower(unaccent(concat_ws(' ', it.number, it.sentence, it.definition)))
        like '%' || replace(replace(replace(lower(unaccent($3)), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
    order by o.number, it.number limit ${together + 1}`;
  const rows = await rowsOf(db, KeyPoints, "key point: said", tail, [readingGroups(viewer), objective, words]);
  return { keyPoints: rows.slice(0, together), more: rows.length > together };
}
