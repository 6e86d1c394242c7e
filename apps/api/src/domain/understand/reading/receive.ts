import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { keepReceived } from "../../listen/contribution/reading.writes.ts";
import { readingGroups } from "../passage/passage.policy.ts";

/**
 * That readers of a theme read what another theme handed to theirs, and why nothing follows where it is so. Of those
 * contributions, the ids that were so received, and not before.
 */
export const receive = (
  { db, viewer, now }: Transaction,
  contributionIds: string[],
  notRetained: NotRetainedReason | null,
): Promise<string[]> => keepReceived(db, contributionIds, readingGroups(viewer), { readOn: dayOf(now), notRetained });
