/** « Relire avant de publier »: what is read first in a group, or in one thing that people write to, as moderators choose. */
import type { ChooseReviewInput, ReviewMode } from "../../../graphql/resolvers.generated.ts";
import type { Transaction, Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../group/group.entity.ts";
import { type GroupReview, ObjectReviews, ReviewChoices } from "./hold.entity.ts";
import { moderatedGroups } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import type { EntityManager } from "typeorm";
import { grouped } from "../../../platform/data/batch.ts";
import { prepared } from "../../../platform/data/statement.ts";
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

/**
 * What is read before it appears, on a day, of texts written to pages, in their order: as chosen for the thing that a page
 * is of, or for its whole group.
 */
export async function reviewsOf(
  db: EntityManager,
  pages: { groupId: string; path: string | null }[],
  today: string,
): Promise<ReviewMode[]> {
  const lasts = (it: string) => `(${it}.until is null or ${it}.until >= $3)`;
  const rows = await prepared<{ mode: ReviewMode }>(
    db,
    "moderation: reviews",
    `select coalesce((select c.mode from object_review c cross join lateral (${writtenTo(() => "it.id = c.object_id")}) o
       where c.group_id = t.group_id and ${lasts("c")}
         and (o.path = split_part(t.path, '#', 1) or starts_with(t.path, o.path || '/')) limit 1),
       (select g.mode from review_choice g where g.group_id = t.group_id and ${lasts("g")}), 'CONTACT') as mode
     from unnest($1::uuid[], $2::text[]) with ordinality t(group_id, path, place) order by t.place`,
    [pages.map(({ groupId }) => groupId), pages.map(({ path }) => path), today],
  );
  return rows.map(({ mode }) => mode);
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

/** Says what a group reads before it appears, there or in one thing that people write to, and until when. */
export async function chooseReview(tx: Transaction, { group: slug, objectId, mode, until }: ChooseReviewInput) {
  const { db, now, record } = tx;
  authorize(moderationPolicy.hold(tx.viewer));
  const group = await db.findOneBy(WorkingGroups, { slug: slug.replaceAll("\0", "") });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize((await moderatedGroups(tx)).includes(group.id));
  if (until && until < dayOf(now)) throw new Refusal("OUT_OF_RANGE", "until", dayOf(now));
  if (objectId) return { review: await chooseForObject(tx, group, objectId.toLowerCase(), { mode, until }) };
  if (!mode) throw new Refusal("REQUIRED", "mode");
  const choice = { groupId: group.id, mode, until: until ?? null };
  await db.upsert(ReviewChoices, choice, ["groupId"]);
  await record("review.chosen", group, { mode, until: choice.until });
  return { review: choice };
}

/** The same for one thing; without a mode it is read as its group is. Answers with what stands for the group. */
async function chooseForObject(
  { db, record }: Transaction,
  group: WorkingGroup,
  objectId: string,
  { mode, until }: Pick<ChooseReviewInput, "mode" | "until">,
): Promise<GroupReview> {
  if (!isId(objectId) || !(await isObjectOf(db, group.id, objectId))) throw new Refusal("UNKNOWN_CHOICE", "objectId");
  if (mode) await db.upsert(ObjectReviews, { objectId, groupId: group.id, mode, until: until ?? null }, ["objectId"]);
  else await db.delete(ObjectReviews, { objectId });
  await record("review.chosen", group, { objectId, mode: mode ?? null, until: until ?? null });
  const chosen = await db.findOneBy(ReviewChoices, { groupId: group.id });
  return chosen ?? { groupId: group.id, mode: "CONTACT", until: null };
}
