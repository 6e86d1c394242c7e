import type { Context } from "../../../platform/context.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type KeyPoint, KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { readableKeyPoint } from "../keyPoint/keyPoint.queries.ts";
import { readingGroups } from "../passage/passage.policy.ts";

/** Key points that come with an evening: a page finds these without asking, and without a network. */
const atHand = 200;

/** Most key points that a search finds. */
const most = 20;

/** Last readings of a person that tell which key points they use. */
const lately = 200;

/** The sentence and the name of a key point, as words are looked for in them. */
const said = "lower(unaccent(concat_ws(' ', it.sentence, it.short_name)))";

/** Key points to give words to; `more` where there are others. */
export interface KeyPointsAtHand {
  keyPoints: KeyPoint[];
  more: boolean;
}

/** Answers the key points that the viewer gave words to last, then the newest; or those that say all the words of a search. */
export async function keyPointsAtHand(
  { db, viewer }: Context,
  search: string | null | undefined,
): Promise<KeyPointsAtHand> {
  const words = search?.replaceAll("\0", "").trim().slice(0, 200);
  const count = words ? most : atHand;
  const saying = `and ${said} like all (select '%' || word || '%' from regexp_split_to_table(lower(unaccent($3)), '\\s+') word)`;
  const tail = `join objective o on o.id = it.objective_id
    left join (select coalesce(p.merged_into_id, p.id) as id, max(r.read_at) as given_at
      from (select contribution_id, person_id, read_at from reading where person_id = $1
        order by read_at desc limit ${lately}) r
      join reading_code k on k.contribution_id = r.contribution_id and k.person_id = r.person_id
      join key_point p on p.id = k.key_point_id group by 1) mine on mine.id = it.id
    where ${readableKeyPoint("$2")} ${words ? saying : ""}
    order by mine.given_at desc nulls last, it.id desc limit ${count + 1}`;
  const values = [viewer.id, readingGroups(viewer), ...(words ? [words.replaceAll(/[\\%_]/g, String.raw`\$&`)] : [])];
  const found = await rowsOf(db, KeyPoints, words ? "key point: at hand, said" : "key point: at hand", tail, values);
  return { keyPoints: found.slice(0, count), more: found.length > count };
}
