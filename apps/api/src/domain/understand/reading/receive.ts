import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { benchGroups } from "../passage/passage.policy.ts";

/**
 * That readers of a theme read what another theme handed to theirs, and why nothing follows where it is so. Of those
 * contributions, the ids that were so received, and not before.
 */
export async function receive(
  { db, viewer, now }: Transaction,
  contributionIds: string[],
  notRetained: NotRetainedReason | null,
): Promise<string[]> {
  const [rows] = await db.query<[{ id: string }[], number]>(
    `update forwarding f set read_on = $3, not_retained = $4
     where f.contribution_id = any($1::uuid[]) and ($2::uuid[] is null
       or f.theme_id in (select g.theme_id from working_group g where g.id = any($2::uuid[])))
     returning f.contribution_id as id`,
    [contributionIds, benchGroups(viewer), dayOf(now), notRetained],
  );
  return rows.map(({ id }) => id);
}
