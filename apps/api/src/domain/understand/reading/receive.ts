import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { keepReceived } from "../../listen/contribution/reading.writes.ts";
import { readingGroups } from "../passage/passage.policy.ts";

/**
 * Writes that readers of a theme read what another theme forwarded to them, with the reason if nothing follows. Answers
 * the ids of contributions received now, and not before.
 */
export const receive = (
  { db, viewer, now }: Transaction,
  contributionIds: string[],
  notRetained: NotRetainedReason | null,
): Promise<string[]> => keepReceived(db, contributionIds, readingGroups(viewer), { readOn: dayOf(now), notRetained });
