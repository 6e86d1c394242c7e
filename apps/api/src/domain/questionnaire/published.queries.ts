import { keyed } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { prepared } from "../../platform/statement.ts";
import type { Questionnaire } from "./questionnaire.entity.ts";

/** How many of the responses received can be read, and how many are not published. */
export interface PublishedCounts {
  readable: number;
  unpublished: number;
}

/**
 * Of the responses to a questionnaire: those with a text that anybody can read; and those that are not published, since
 * their author chose so or all their texts are for the team alone. What has no text, or waits, is neither.
 */
export async function publishedCounts({ db, batch }: Context, { id }: Questionnaire): Promise<PublishedCounts> {
  const name = "questionnaire: published";
  const loader = batch(name, async (ids) => {
    const text = `select r.questionnaire_id as id, count(*) filter (where c.readable)::int as readable,
        count(*) filter (where r.appearance = 'UNPUBLISHED' or c.kept)::int as unpublished
      from response r left join lateral (
        select bool_or(status = 'PUBLISHED') as readable, bool_and(status = 'UNPUBLISHED') as kept
        from contribution where response_id = r.id and status <> 'WITHDRAWN'
      ) c on true
      where r.questionnaire_id = any($1::uuid[]) and r.status in ('SUBMITTED', 'HELD') and r.speaks_as <> 'GROUP' group by 1`;
    return keyed(await prepared<PublishedCounts & { id: string }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id)) ?? { readable: 0, unpublished: 0 };
}
