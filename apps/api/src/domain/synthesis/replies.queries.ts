import type { CitationReply } from "../../graphql/resolvers.generated.ts";
import { grouped } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { prepared } from "../../platform/statement.ts";
import { citations } from "../keyPoint/kept.ts";

/** What the team answered in public to those whose words a version rests on: the verdict and the answer, never the passage nor whose it is. */
export const citationReplies = async ({ db, batch }: Context, versionId: string): Promise<CitationReply[]> =>
  (await batch("synthesis: citation replies", async (ids) => {
    const rows = await prepared<CitationReply & { versionId: string }>(db, "synthesis: citation replies", text, [ids]);
    return grouped(rows, (row) => row.versionId);
  })(versionId)) ?? [];

const text = `select distinct p.version_id as "versionId", r.verdict, r.reply, r.resolved_on as "repliedOn"
  from synthesis_paragraph p
  cross join lateral (
    select l.passage_id from passage_citation l where l.paragraph_id = p.id
    union select k.passage_id from ${citations} c join key_point_passage k on k.key_point_id = c.key_point_id
    where c.paragraph_id = p.id
  ) cited
  join citation_review r on r.passage_id = cited.passage_id
  where p.version_id = any($1::uuid[]) and r.resolution = 'REPLIED' and r.reply is not null
  order by r.resolved_on desc, r.reply`;
