import { mostLeft } from "@cahier/schema/limits";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { LeftNearTexts } from "./leftNear.entity.ts";

/** A text that is kept apart from another, who said so and when. */
export interface LeftBeside extends Pick<LeftNearTexts, "leftOn" | "leftById"> {
  id: string;
}

/** The texts kept apart from one, those that were left last, the last one first. */
export async function leftBeside(context: Context, id: string): Promise<LeftBeside[]> {
  const rows = await linked(
    context,
    "near: left",
    LeftNearTexts,
    `l.key as key from (select asked.key, pair.* from unnest($1::uuid[]) asked(key) cross join lateral (
         select contribution_id, other_id from (
           select contribution_id, other_id, left_on from left_near_text where contribution_id = asked.key
           union all select contribution_id, other_id, left_on from left_near_text where other_id = asked.key) both_sides
         order by left_on desc, contribution_id, other_id limit ${mostLeft}) pair) l
     join left_near_text it on it.contribution_id = l.contribution_id and it.other_id = l.other_id
     order by it.left_on desc, it.contribution_id, it.other_id`,
    id,
  );
  return rows.map(({ contributionId, otherId, leftOn, leftById }) => ({
    id: contributionId === id ? otherId : contributionId,
    leftOn,
    leftById,
  }));
}
