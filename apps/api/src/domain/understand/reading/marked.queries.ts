import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { linked } from "../../../platform/data/linked.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { stated } from "../keyPoint/keyPoint.sql.ts";

/** The text that a passage is of, kept beside it: both change with the end of the database. */
export const textOf = async ({ db, cached }: Context, { contributionId }: Passage): Promise<Contribution> =>
  (await cached("passage: texts", async (ids) => {
    const text = `select ${columnsOf(db, Contributions)} from contribution it where it.id = any($1::uuid[])`;
    return keyed(await prepared<Contribution>(db, "passage: texts", text, [ids]), (row) => row.id);
  })(contributionId))!;

/**
 * The stretches marked in a contribution that anybody may read, in their order: those that say a stated key point, or
 * that a readable proposal rests on. Those who read for a group see their work in progress too.
 */
export const passagesOf = (context: Context, { id }: Contribution): Promise<Passage[]> =>
  linked(
    context,
    "contribution: passages",
    Passages,
    `it.contribution_id as key
     from passage it join contribution c on c.id = it.contribution_id and ${visible("c")}
     where it.contribution_id = any($1::uuid[]) and (
       $2::uuid[] is null
       or exists (select from working_group g where g.theme_id = c.theme_id and g.id = any($2::uuid[]))
       or exists (select from key_point_passage l join key_point k on k.id = l.key_point_id
         where l.passage_id = it.id and ${stated("k")})
       or exists (select from statement_passage l join statement s on s.id = l.statement_id
         join proposal p on p.id = s.proposal_id where l.passage_id = it.id and p.state <> 'DRAFT'))
     order by it.starts_at, it.ends_at`,
    id,
    [readingGroups(context.viewer)],
  );
