import type { EntityManager, EntitySchema } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { slugOf } from "../../../platform/text/slug.ts";
import { type Objective, Objectives, type WorkingGroup } from "./group.entity.ts";

/** An address for a name that no row of a table has yet. */
export async function freeSlug<Row extends { slug: string }>(
  db: EntityManager,
  table: EntitySchema<Row>,
  name: string,
  otherwise: string,
): Promise<string> {
  const base = slugOf(name).slice(0, 60).replace(/-$/, "") || otherwise;
  // Addresses that lead to a page of their own.
  let slug = base === "new" ? `${base}-1` : base;
  for (let count = 2; await db.existsBy(table, { slug } as never); count++) slug = `${base}-${count}`;
  return slug;
}

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
  const taken = (slug: string) => db.existsBy(Objectives, { slug });
  const [first, base] = [`objectif-${number}`, `objectif-${number}-${group.slug}`];
  let slug = (await taken(first)) ? base : first;
  for (let count = 2; await taken(slug); count++) slug = `${base}-${count}`;
  const { identifiers } = await db.insert(Objectives, { ...(id && { id }), slug, groupId: group.id, number, ...words });
  return db.findOneByOrFail(Objectives, { id: identifiers[0]!.id as string });
}
