import type { ReactionSubject } from "../../graphql/resolvers.generated.ts";
import { grouped } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { rowsOf } from "../../platform/statement.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";

/** What was said of something, oldest first; what waits or was hidden is not told. */
export const reactionsTo = async (
  { db, batch }: Context,
  subject: ReactionSubject,
  subjectId: string,
): Promise<Reaction[]> =>
  (await batch(`reaction: to ${subject}`, async (ids) => {
    const tail = `where it.subject = $2 and it.subject_id = any($1::uuid[]) and it.status = 'VISIBLE'
      order by it.reacted_on, it.id`;
    return grouped(await rowsOf(db, Reactions, "reaction: to", tail, [ids, subject]), (row) => row.subjectId);
  })(subjectId)) ?? [];
