import type { EntityManager } from "typeorm";
import { LeftNearTexts } from "./leftNear.entity.ts";

/** Of words that changed, or that were taken back, nobody has judged what they are near. */
export async function forgetLeft(db: EntityManager, id: string) {
  await db.delete(LeftNearTexts, { contributionId: id });
  await db.delete(LeftNearTexts, { otherId: id });
}
