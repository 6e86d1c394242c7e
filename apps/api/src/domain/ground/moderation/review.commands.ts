import type { ChooseReviewInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { WorkingGroups } from "../group/group.entity.ts";
import { ReviewChoices } from "./hold.entity.ts";
import { moderatedGroups } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";

/** Says what a group reads before it appears, and until when. */
export async function chooseReview(tx: Transaction, { group: slug, mode, until }: ChooseReviewInput) {
  const { db, now, record } = tx;
  authorize(moderationPolicy.hold(tx.viewer));
  const group = await db.findOneBy(WorkingGroups, { slug: slug.replaceAll("\0", "") });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize((await moderatedGroups(tx)).includes(group.id));
  if (until && until < dayOf(now)) throw new Refusal("OUT_OF_RANGE", "until", dayOf(now));
  const choice = { groupId: group.id, mode, until: until ?? null };
  await db.upsert(ReviewChoices, choice, ["groupId"]);
  await record("review.chosen", group, { mode, until: choice.until });
  return { review: choice };
}
