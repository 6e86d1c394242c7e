import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { numberedSlug } from "../../../platform/data/freeSlug.ts";
import { dayOf } from "../../../platform/day.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { type Objective, Objectives, type WorkingGroup, WorkingGroups } from "./group.entity.ts";

/** The steps of a group, in their order, as they stand in this transaction. */
export const objectivesAtWork = async (db: EntityManager, groupId: string): Promise<Objective[]> =>
  (await db.find(Objectives, { where: { groupId }, order: { number: "ASC" } })).filter(
    ({ withdrawnOn }) => withdrawnOn === null,
  );

/** Words of an objective, as they are kept. */
export type ObjectiveWords = Pick<Objective, "name" | "question" | "expectedOutput">;

export async function insertObjective(
  { db }: Transaction,
  group: WorkingGroup,
  number: number,
  words: ObjectiveWords,
  id?: string,
): Promise<Objective> {
  const { language } = await organiserOf(db);
  const word = language === "en" ? "objective" : "objectif";
  const slug = await numberedSlug(db, Objectives, `${word}-${number}`, group.slug);
  const { identifiers } = await db.insert(Objectives, { ...(id && { id }), slug, groupId: group.id, number, ...words });
  return db.findOneByOrFail(Objectives, { id: identifiers[0]!.id as string });
}

/** Writes an objective of a group in preparation as it was changed elsewhere: its words, whether it is in or out. */
export async function takeUpObjective(tx: Transaction, group: WorkingGroup, changed: Objective) {
  const { db, record } = tx;
  const { id, name, question, expectedOutput, withdrawnOn, withdrawnReason } = changed;
  const words = { name, question, expectedOutput };
  const before =
    (await db.findOneBy(Objectives, { id, groupId: group.id })) ??
    (await insertObjective(tx, group, (await objectivesAtWork(db, group.id)).length + 1, words, id));
  const version = before.version + 1;
  await db.update(Objectives, id, { ...words, withdrawnOn, withdrawnReason, inferred: false, version });
  for (const [index, it] of (await objectivesAtWork(db, group.id)).entries())
    await db.update(Objectives, it.id, { number: index + 1 });
  await record("objective.worded", changed, { from: null, to: words, reason: null });
}

/** Lets one person publish what a group writes. */
export const publishAlone = (db: EntityManager, groupId: string) =>
  db.update(WorkingGroups, groupId, { smallTeam: true });

/** Opens a group in preparation, which has an objective at least. */
export async function openNow({ db, now, record }: Transaction, before: WorkingGroup): Promise<WorkingGroup> {
  if ((await objectivesAtWork(db, before.id)).length === 0) throw new Refusal("REQUIRED", "objectives");
  const change = { preparing: false, openedOn: dayOf(now), launchStep: 5, version: before.version + 1 };
  await db.update(WorkingGroups, before.id, change);
  const group = { ...before, ...change };
  await record("group.opened", group);
  return group;
}
