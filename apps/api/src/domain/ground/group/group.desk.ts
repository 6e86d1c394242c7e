import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { type Objective, Objectives, type WorkingGroup, WorkingGroups } from "./group.entity.ts";
import { groupPolicy } from "./group.policy.ts";

/** A group, held until the end of the act, for those who run it. */
export async function groupToRun({ db, viewer }: Transaction, slug: string): Promise<WorkingGroup> {
  authorize(viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"));
  const where = { slug: slug.replaceAll("\0", "") };
  const group = await db.findOne(WorkingGroups, { where, lock: { mode: "for_no_key_update" } });
  if (!group) throw notFound();
  authorize(groupPolicy.run(viewer, group.id));
  return group;
}

/** An objective with its group, held likewise: acts on the objectives of a group wait for one another. */
export async function objectiveToRun(
  tx: Transaction,
  slug: string,
): Promise<{ group: WorkingGroup; objective: Objective }> {
  const { db, viewer } = tx;
  authorize(viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"));
  const named = await db.findOneBy(Objectives, { slug: slug.replaceAll("\0", "") });
  if (!named) throw notFound();
  const { slug: groupSlug } = await db.findOneByOrFail(WorkingGroups, { id: named.groupId });
  const group = await groupToRun(tx, groupSlug);
  return { group, objective: await db.findOneByOrFail(Objectives, { id: named.id }) };
}
