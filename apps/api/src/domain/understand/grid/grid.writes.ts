import type { EntityManager } from "typeorm";
import { GridAnswers, GridDecisions, GridReadings } from "./grid.entity.ts";

/** Of words that changed, or that were taken back, nobody has read anything with the grid. */
export async function forgetGridReadings(db: EntityManager, contributionId: string) {
  await db.delete(GridDecisions, { contributionId });
  await db.delete(GridAnswers, { contributionId });
  await db.delete(GridReadings, { contributionId });
}
