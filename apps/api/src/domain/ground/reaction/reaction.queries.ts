import type { ReactionCounts, ReactionSubject } from "../../../graphql/resolvers.generated.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { visible } from "../moderation/status.sql.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";

/** More than this on one thing, and the newest are told. */
const most = 200;

/** Reactions to something, oldest first; without those that wait or are hidden. */
export const reactionsTo = async (
  { db, batch }: Context,
  subject: ReactionSubject,
  subjectId: string,
): Promise<Reaction[]> =>
  (
    await batch(`reaction: to ${subject}`, async (ids) => {
      const tail = `where it.subject = $2 and it.subject_id = any($1::uuid[]) and ${visible("it")}
      order by it.reacted_on, it.id`;
      return grouped(await rowsOf(db, Reactions, "reaction: to", tail, [ids, subject]), (row) => row.subjectId);
    })(subjectId)
  )?.slice(-most) ?? [];

type Counts = Omit<ReactionCounts, "__typename">;

/** Count of each kind of reaction to something. */
export const reactionCountsOf = async (
  { db, batch }: Context,
  subject: ReactionSubject,
  subjectId: string,
): Promise<Counts> =>
  (await batch(`reaction: counts of ${subject}`, async (ids) => {
    const rows = await prepared<Counts & { id: string }>(
      db,
      "reaction: counts",
      `select subject_id as id, count(*) filter (where kind = 'SUPPORT')::int as support,
         count(*) filter (where kind = 'COMPLETE')::int as complete,
         count(*) filter (where kind = 'QUALIFY')::int as qualify
       from reaction it where subject = $2 and subject_id = any($1::uuid[]) and ${visible("it")} group by 1`,
      [ids, subject],
    );
    return keyed(rows, ({ id }) => id);
  })(subjectId)) ?? { support: 0, complete: 0, qualify: 0 };
