import type { LeaveNearTextInput, RestoreNearTextInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { contributionsToRead } from "../reading/reading.writes.ts";
import { LeftNearTexts } from "./leftNear.entity.ts";

/** Leaves aside that two texts are near, once: whoever says it again changes nothing. */
export async function leaveNearText(tx: Transaction, { contributionIds }: LeaveNearTextInput) {
  const { db, viewer, record, now } = tx;
  const pair = await pairNamed(tx, contributionIds);
  if (await insertOnce(db, LeftNearTexts, { ...pair, leftOn: dayOf(now), leftById: viewer.id! }))
    await record("contribution.nearLeft", pair.contributionId, { otherId: pair.otherId });
  return {};
}

/** Puts two texts back among those that are near; those that were never left aside stay. */
export async function restoreNearText(tx: Transaction, { contributionIds }: RestoreNearTextInput) {
  const { db, record } = tx;
  const pair = await pairNamed(tx, contributionIds);
  const { affected } = await db.delete(LeftNearTexts, pair);
  if (affected) await record("contribution.nearRestored", pair.contributionId, { otherId: pair.otherId });
  return {};
}

/** The two texts, held, for a viewer who reads both. */
async function pairNamed(tx: Transaction, contributionIds: string[]) {
  const ids = (await contributionsToRead(tx, contributionIds)).map(({ id }) => id).toSorted();
  if (ids.length < 2) throw new Refusal("TOO_FEW_CHOICES", "contributionIds", "2");
  if (ids.length > 2) throw new Refusal("TOO_MANY_CHOICES", "contributionIds", "2");
  return { contributionId: ids[0]!, otherId: ids[1]! };
}
