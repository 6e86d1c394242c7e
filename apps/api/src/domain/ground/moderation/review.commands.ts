import type { ChooseReviewInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../group/group.entity.ts";
import { type GroupReview, ObjectReviews, ReviewChoices } from "./hold.entity.ts";
import { moderatedGroups } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { isObjectOf } from "./review.queries.ts";

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
