/** « Relire avant de publier »: what is read first in a group, or in one thing that people write to, as moderators choose. */
import type { ChooseReviewInput, ModeratedKind, ReviewMode } from "../../../graphql/resolvers.generated.ts";
import type { Transaction, Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../group/group.entity.ts";
import { type GroupReview, ObjectReviews, ReviewChoices } from "./hold.entity.ts";
import { type ModeratedRow, moderatedGroups } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import type { EntityManager } from "typeorm";
import { grouped } from "../../../platform/data/batch.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { moderatedNamed } from "../../../platform/moderated.ts";
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
 * SQL: what is read before it appears, on a `day`, of a text `x` that was written to a page: as chosen for the thing that
 * the page is of, or for its whole group.
 */
export function reviewOf(x: string, day: string) {
  const lasts = (it: string) => `(${it}.until is null or ${it}.until >= ${day}::date)`;
  return `coalesce((select c.mode from object_review c cross join lateral (${writtenTo(() => "it.id = c.object_id")}) o
       where c.group_id = ${x}.group_id and ${lasts("c")}
         and (o.path = split_part(${x}.path, '#', 1) or starts_with(${x}.path, o.path || '/')) limit 1),
     (select g.mode from review_choice g where g.group_id = ${x}.group_id and ${lasts("g")}), 'CONTACT')`;
}

/** A text that was just written, with what is looked at before it appears. */
export interface WrittenRow extends Pick<
  ModeratedRow,
  "kind" | "textId" | "groupId" | "status" | "parts" | "quoted" | "path"
> {
  mode: ReviewMode;
}

/** Texts of one kind that were just written, on a day. */
export const writtenRows = (
  db: EntityManager,
  kind: ModeratedKind,
  textIds: string[],
  day: string,
): Promise<WrittenRow[]> =>
  prepared(
    db,
    `moderation: written ${kind}`,
    writtenAmong(kind, `${moderatedNamed(kind).rows()} where it.id = any($1::uuid[])`, "$2"),
    [textIds, day],
  );

/** SQL: select of texts of one kind that were just written, on a `day`, from their rows as their kind reads them. */
export const writtenAmong = (kind: ModeratedKind, rows: string, day: string) =>
  `select '${kind}' as kind, x.id as "textId", x.group_id as "groupId", x.status, x.parts, x.quoted, x.path,
     ${reviewOf("x", day)} as mode
   from (${rows}) x`;

/** Review chosen today by each of some groups. */
export async function reviewsOf({ db, now, reference }: Context, groups: string[]): Promise<GroupReview[]> {
  const chosen = await reference("moderation: review choices", () => db.find(ReviewChoices, { take: 1000 }));
  return groups.map((groupId) => {
    const it = chosen.find((one) => one.groupId === groupId);
    return it && (!it.until || it.until >= dayOf(now)) ? it : { groupId, mode: "CONTACT", until: null };
  });
}

/** Things of a group that have a choice of their own today, by title, fifty at most. */
export const chosenObjects = async ({ joined, batch, now }: Context, groupId: string): Promise<ReviewedObject[]> =>
  (await batch("moderation: chosen objects", async (groups) =>
    grouped(
      await joined<ReviewedObject & { key: string }>(
        "moderation: chosen objects",
        `select g.id as key, it.* from unnest($1::uuid[]) g(id) cross join lateral (
           select o.id, o.title, o.path, c.mode, c.until::text from object_review c
           cross join lateral (${writtenTo(({ group }) => `it.id = c.object_id and ${group} = c.group_id`)}) o
           where c.group_id = g.id and (c.until is null or c.until >= (select $2::date)) order by o.title, o.id limit ${most}) it
         order by it.title, it.id`,
        [groups, dayOf(now)],
      ),
      ({ key }) => key,
    ),
  )(groupId)) ?? [];

/** Things of a group that people may write to now: those with a choice of their own first, fifty at most. */
export const reviewedObjects = async ({ joined, batch, now }: Context, groupId: string): Promise<ReviewedObject[]> =>
  (await batch("moderation: reviewed objects", async (groups) =>
    grouped(
      await joined<ReviewedObject & { key: string }>(
        "moderation: reviewed objects",
        // The first of each group, by an order in letters, cost less than all of them in one order.
        `select g.id as key, it.* from unnest($1::uuid[]) g(id) cross join lateral (
           select each.*, row_number() over () as place from (
             select o.id, o.title, o.path, c.mode, c.until::text
             from (${writtenTo(({ group }) => `${group} = g.id`)}) o
             left join object_review c on c.object_id = o.id and (c.until is null or c.until >= (select $2::date))
             where o.open or c.mode is not null
             order by c.mode is null, o.title, o.id limit ${most}) each) it
         order by it.place`,
        [groups, dayOf(now)],
      ),
      ({ key }) => key,
    ),
  )(groupId)) ?? [];

/** True if a thing that people write to is of a group. */
async function isObjectOf(db: EntityManager, groupId: string, id: string): Promise<boolean> {
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
  // Held, so that of two that were sent together the second finds the first.
  const where = { slug: slug.replaceAll("\0", "") };
  const group = await db.findOne(WorkingGroups, { where, lock: { mode: "for_no_key_update" } });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize((await moderatedGroups(tx)).includes(group.id));
  if (until && until < dayOf(now)) throw new Refusal("OUT_OF_RANGE", "until", dayOf(now));
  if (objectId) return { review: await chooseForObject(tx, group, objectId.toLowerCase(), { mode, until }) };
  if (!mode) throw new Refusal("REQUIRED", "mode");
  const choice = { groupId: group.id, mode, until: until ?? null };
  if (isChosen(await db.findOneBy(ReviewChoices, { groupId: group.id }), choice)) return { review: choice };
  await db.upsert(ReviewChoices, choice, ["groupId"]);
  await record("review.chosen", group, { mode, until: choice.until });
  return { review: choice };
}

/** True if that is what stands: without a mode, that nothing does. */
const isChosen = (it: GroupReview | null, { mode, until }: { mode: ReviewMode | null; until: string | null }) =>
  it && mode ? it.mode === mode && it.until === until : !it && !mode;

/** The same for one thing; without a mode it is read as its group is. Answers with what stands for the group. */
async function chooseForObject(
  { db, record }: Transaction,
  group: WorkingGroup,
  objectId: string,
  { mode, until }: Pick<ChooseReviewInput, "mode" | "until">,
): Promise<GroupReview> {
  if (!isId(objectId) || !(await isObjectOf(db, group.id, objectId))) throw new Refusal("UNKNOWN_CHOICE", "objectId");
  const choice = { mode: mode ?? null, until: until ?? null };
  if (!isChosen(await db.findOneBy(ObjectReviews, { objectId }), choice)) {
    if (mode) await db.upsert(ObjectReviews, { objectId, groupId: group.id, ...choice, mode }, ["objectId"]);
    else await db.delete(ObjectReviews, { objectId });
    await record("review.chosen", group, { objectId, ...choice });
  }
  const chosen = await db.findOneBy(ReviewChoices, { groupId: group.id });
  return chosen ?? { groupId: group.id, mode: "CONTACT", until: null };
}
