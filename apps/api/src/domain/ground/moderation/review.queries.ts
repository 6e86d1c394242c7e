import type { EntityManager } from "typeorm";
import type { ReviewMode } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { dayOf } from "../../../platform/day.ts";
import { writtenTo } from "../../../platform/writtenTo.ts";

/** A thing that people write to, with what is read first there; null where it is as its group chose. */
export interface ReviewedObject {
  id: string;
  title: string;
  path: string;
  mode: ReviewMode | null;
  until: string | null;
}

/** Most things of a group that are listed. */
const most = 50;

/** What was chosen for the thing whose page a text stands on; null where nothing was. */
export async function chosenFor(
  db: EntityManager,
  groupId: string,
  path: string,
  today: string,
): Promise<ReviewMode | null> {
  const [chosen] = await db.query<{ mode: ReviewMode }[]>(
    `select c.mode from object_review c cross join lateral (${writtenTo(() => "it.id = c.object_id")}) o
     where c.group_id = $1 and (c.until is null or c.until >= $3)
       and (o.path = split_part($2, '#', 1) or starts_with($2, o.path || '/')) limit 1`,
    [groupId, path, today],
  );
  return chosen?.mode ?? null;
}

/** Things of a group that people may write to now: those with a choice of their own first, fifty at most. */
export const reviewedObjects = async ({ db, batch, now }: Context, groupId: string): Promise<ReviewedObject[]> =>
  (await batch("moderation: reviewed objects", async (groups) =>
    grouped(
      await db.query<(ReviewedObject & { key: string })[]>(
        `select * from (
           select o.group_id as key, o.id, o.title, o.path, c.mode, c.until::text,
             row_number() over (partition by o.group_id order by c.mode is null, o.title, o.id) as place
           from (${writtenTo(({ group }) => `${group} = any($1::uuid[])`)}) o
           left join object_review c on c.object_id = o.id and (c.until is null or c.until >= $2::date)
           where o.open or c.mode is not null) it
         where place <= ${most} order by place`,
        [groups, dayOf(now)],
      ),
      ({ key }) => key,
    ),
  )(groupId)) ?? [];

/** True if a thing that people write to is of a group. */
export async function isObjectOf(db: EntityManager, groupId: string, id: string): Promise<boolean> {
  const found = await db.query<unknown[]>(
    `select from (${writtenTo(() => "it.id = $1")}) o where o.group_id = $2 limit 1`,
    [id, groupId],
  );
  return found.length > 0;
}
