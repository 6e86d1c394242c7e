import { grouped } from "../../../platform/data/batch.ts";
import { linked, rowsJoined } from "../../../platform/data/linked.ts";
import type { Context } from "../../../platform/context.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { keyPointsOfPassage } from "../keyPoint/keyPoint.queries.ts";
import type { ReadingText } from "./reading.queries.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { readBlind } from "../passage/passage.queries.ts";
import { stated } from "../keyPoint/keyPoint.sql.ts";

/** A stretch marked in a text, as a reader may see it. */
export interface ReadingPassage {
  passage: Passage;
  /** True if the reader sees only their own marks. */
  blind: boolean;
}

/** True if the viewer reads a text second, and blind. */
export async function isBlind({ batch, db, joined, viewer }: Context, contributionId: string): Promise<boolean> {
  const blind = batch("reading: blind", async (ids) => {
    const those = await readBlind({ db, joined }, ids, viewer.id);
    return new Map(those.map((id) => [id, true]));
  });
  return (await blind(contributionId)) ?? false;
}

/**
 * Answers the marked passages of a text: all in a theme of the groups, else those that say a stated key point or one of
 * the groups; while blind, only the viewer's own.
 */
export async function passagesSeen(
  context: Context,
  contributionId: string,
  groups: string[] | null,
): Promise<ReadingPassage[]> {
  const blind = await isBlind(context, contributionId);
  const own = `exists (select from reading_code k where k.contribution_id = it.contribution_id and k.person_id = $2
    and k.starts_at = it.starts_at and k.ends_at = it.ends_at)`;
  const all = `($2::uuid[] is null
    or c.theme_id = any(array(select g.theme_id from working_group g where g.id = any($2::uuid[])))
    or exists (select from key_point_passage l join key_point k on k.id = l.key_point_id
      join objective o on o.id = k.objective_id
      where l.passage_id = it.id and (${stated("k")} or o.group_id = any($2::uuid[]))))`;
  const passages = await linked(
    context,
    blind ? "reading: passages, blind" : "reading: passages",
    Passages,
    `it.contribution_id as key from passage it join contribution c on c.id = it.contribution_id
     where it.contribution_id = any($1::uuid[]) and ${blind ? own : all} order by it.starts_at, it.ends_at`,
    contributionId,
    [blind ? context.viewer.id : groups],
  );
  return passages.map((passage) => ({ passage, blind }));
}

/** Answers the key points of a stretch; while blind, only those that the viewer gave. */
export async function keyPointsSeen(context: Context, { passage, blind }: ReadingPassage) {
  const keyPoints = await keyPointsOfPassage(context, passage.id);
  if (!blind) return keyPoints;
  const { contributionId, startsAt, endsAt } = passage;
  const given = context.batch("reading: own codes", async (ids) => {
    const rows = await context.joined<{ key: string; startsAt: number; endsAt: number; keyPointId: string }>(
      "reading: own codes",
      `select o.contribution_id as key, o.starts_at as "startsAt", o.ends_at as "endsAt",
         coalesce(k.merged_into_id, k.id) as "keyPointId"
       from reading_code o join key_point k on k.id = o.key_point_id
       where o.contribution_id = any($1::uuid[]) and o.person_id = $2`,
      [ids, context.viewer.id],
    );
    return grouped(rows, ({ key }) => key);
  });
  const own = ((await given(contributionId)) ?? []).filter((it) => it.startsAt === startsAt && it.endsAt === endsAt);
  return keyPoints.filter(({ id }) => own.some(({ keyPointId }) => keyPointId === id));
}

/** The objectives at work of the groups that read a text, those of the viewer: its own first, which may be withdrawn. */
export const objectivesFor = async (
  context: Context,
  { contribution: { id, themeId, objectiveId }, groups }: ReadingText,
): Promise<Objective[]> => {
  const loader = context.batch("reading: objectives", async (keys) => {
    const rows = await rowsJoined(
      context,
      Objectives,
      "reading: objectives",
      `join working_group g on g.id = it.group_id
       where ($2::uuid[] is null or g.id = any($2::uuid[]))
         and (g.theme_id = $3 or g.theme_id in (select f.theme_id from forwarding f where f.contribution_id = $1))
         and (it.withdrawn_on is null or it.id = $4)
       order by it.id is distinct from $4, g.theme_id <> $3, it.number`,
      [id, groups, themeId, objectiveId],
    );
    return new Map(keys.map((key) => [key, rows]));
  });
  return (await loader(id)) ?? [];
};
