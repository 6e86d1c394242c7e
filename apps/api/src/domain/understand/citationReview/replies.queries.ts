import type { CitationReply } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { citedPassages } from "../synthesis/accounting.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Answers the public replies to the people cited by a version: verdict and reply, never the passage nor its author. */
export const citationReplies = async ({ db, cached }: Context, versionId: string): Promise<CitationReply[]> =>
  (await cached("synthesis: citation replies", async (ids) => {
    const rows = await prepared<CitationReply & { versionId: string }>(db, "synthesis: citation replies", text, [ids]);
    return grouped(rows, (row) => row.versionId);
  })(versionId)) ?? [];

const text = `with ${citedPassages(`select unnest($1::uuid[])`)}
  select distinct a.version_id as "versionId", r.verdict, r.reply, r.resolved_on as "repliedOn"
  from cited_passages a join citation_review r on r.passage_id = a.passage_id
  join passage p on p.id = a.passage_id
  join contribution c on c.id = p.contribution_id and ${visible("c")}
  where r.resolution = 'REPLIED' and r.reply is not null
  order by r.resolved_on desc, r.reply`;
