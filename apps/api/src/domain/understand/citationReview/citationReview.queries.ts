import type { CitationCounts } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { speakerOf } from "../../meet/minutes/minutes.sql.ts";
import { citedPassages } from "../synthesis/accounting.ts";
import { type CitationReview, CitationReviews } from "./citationReview.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Behind a sub-select, where the planner does not look: planned once, it is told as fast. */
const asked = "select unnest((select $1::uuid[]))";

const reviewsText = `with ${citedPassages(asked)}, people as (
    select a.version_id, coalesce(c.response_id, ${speakerOf("c")}) as person, min(array_position(array['DISTORTED', 'TO_QUALIFY', 'FAITHFUL'], r.verdict)) as worst
    from cited_passages a join passage p on p.id = a.passage_id
    join contribution c on c.id = p.contribution_id and c.marked and ${visible("c")}
    left join citation_review r on r.passage_id = p.id
    group by 1, 2
  )
  select v.id as key, count(p.person)::int as asked, count(p.worst)::int as answered,
    (count(*) filter (where p.worst = 3))::int as faithful,
    (count(*) filter (where p.worst = 2))::int as "toQualify",
    (count(*) filter (where p.worst = 1))::int as distorted
  from asked v left join people p on p.version_id = v.id and p.person is not null group by 1`;

/** Counts the verdicts of the people cited by a version, each by their worst: a response is one person, and whoever is quoted in minutes. */
export async function citationCountsOf({ db, cached }: Context, versionId: string): Promise<CitationCounts> {
  const name = "synthesis: citation counts";
  const loader = cached(name, async (ids) =>
    keyed(await prepared<CitationCounts & { key: string }>(db, name, reviewsText, [ids]), ({ key }) => key),
  );
  return (await loader(versionId))!;
}

/** Answers the reviews of the citations of a version: distorted ones first. */
export const citationReviewsOf = (context: Context, versionId: string): Promise<CitationReview[]> =>
  linkedCached(
    context,
    "synthesis: citation reviews",
    CitationReviews,
    `a.version_id as key from (with ${citedPassages(asked)} select * from cited_passages) a
     join citation_review it on it.passage_id = a.passage_id
     join passage p on p.id = it.passage_id join contribution c on c.id = p.contribution_id and ${visible("c")}
     order by array_position(array['DISTORTED', 'TO_QUALIFY', 'FAITHFUL'], it.verdict), it.reviewed_on, p.id`,
    versionId,
  );
