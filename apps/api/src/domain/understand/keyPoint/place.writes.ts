import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointPolicy } from "./keyPoint.policy.ts";

/**
 * A key point whose place among the others is to change, with its objective: what is done to the places of one objective
 * is done one act after the other, so that no two acts make a circle together.
 */
export async function keyPointToPlace(
  { db, viewer }: Transaction,
  id: string,
  otherObjective?: string,
): Promise<KeyPoint> {
  authorize(readingPolicy.hold(viewer));
  const known = isId(id) ? await db.findOneBy(KeyPoints, { id }) : null;
  if (!known) throw notFound();
  const { objectiveId } = known;
  const objectives = await db
    .createQueryBuilder(Objectives, "it")
    .where("it.id = :objectiveId or it.slug = :otherObjective", { objectiveId, otherObjective: otherObjective ?? "" })
    .orderBy("it.id")
    .setLock("for_no_key_update")
    .getMany();
  authorize(keyPointPolicy.edit(viewer, objectives.find((it) => it.id === objectiveId)!.groupId));
  const keyPoint = await db.findOne(KeyPoints, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (!keyPoint) throw notFound();
  return keyPoint;
}

/** Refused with what holds its words now. */
export async function refuseMerged(db: EntityManager, { state, mergedIntoId }: KeyPoint, field: string) {
  if (state !== "MERGED") return;
  const kept = await db.findOneByOrFail(KeyPoints, { id: mergedIntoId! });
  throw new Refusal("MERGED", field, kept.sentence);
}

/** True if a key point stands under another, at whatever depth, or is it. */
export async function standsUnder(db: EntityManager, id: string, above: string): Promise<boolean> {
  const [found] = await db.query<[{ under: boolean }]>(
    `with recursive up as (
       select id, parent_id from key_point where id = $1
       union select k.id, k.parent_id from key_point k join up on k.id = up.parent_id
     ) select exists (select from up where id = $2) as under`,
    [id, above],
  );
  return found.under;
}
