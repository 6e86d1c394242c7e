import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { citations } from "../../understand/keyPoint/keyPoint.kept.ts";
import type { Attendance } from "../../meet/attendance/attendance.entity.ts";
import { spoke } from "../../meet/minutes/minutes.sql.ts";
import type { Response } from "../../listen/response/response.entity.ts";
import { type CitationReview, CitationReviews } from "../../understand/citationReview/citationReview.entity.ts";
import { ownContributions } from "../../listen/receipt/receipt.queries.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { stated } from "../../understand/keyPoint/keyPoint.sql.ts";
import { circulating, published } from "../../understand/synthesis/synthesis.sql.ts";

/** Citation of a passage of a contribution: the paragraph of a version. */
export interface Cited {
  passageId: string;
  /** Null where the words are cited as they are. */
  keyPointId: string | null;
  paragraphId: string;
  versionId: string;
  version: number;
  synthesisId: string;
  /** It circulates: whoever is cited is asked. Else it is the one in force. */
  circulates: boolean;
  circulatedOn: string | null;
}

/**
 * Query: citations of the passages of published contributions, one a synthesis: the circulating version, else the one
 * in force. Of several paragraphs, the first that says more than the key point itself.
 */
const citedText = `
  with own as (
    select p.id, p.contribution_id from passage p
    join contribution c on c.id = p.contribution_id and ${visible("c")}
    where p.contribution_id = any($1::uuid[])
  ), cited as (
    select o.id as passage_id, o.contribution_id, l.paragraph_id, null::uuid as key_point_id
    from own o join passage_citation l on l.passage_id = o.id
    union
    select o.id, o.contribution_id, c.paragraph_id, k.id
    from own o join key_point_passage l on l.passage_id = o.id
    join key_point k on k.id = l.key_point_id and ${stated("k")}
    join ${citations} c on c.key_point_id = k.id
  )
  select distinct on (c.passage_id, s.id) c.contribution_id as key, c.passage_id as "passageId",
    c.key_point_id as "keyPointId", g.id as "paragraphId", v.id as "versionId", v.version, s.id as "synthesisId",
    ${circulating("v")} as circulates, v.circulated_on as "circulatedOn"
  from cited c join synthesis_paragraph g on g.id = c.paragraph_id
  join synthesis_version v on v.id = g.version_id join synthesis s on s.id = v.synthesis_id
  where ${circulating("v")} or (${published("v")} and v.version = s.version)
  order by c.passage_id, s.id, v.version desc, g.kind = 'HIGHLIGHT', g.position, c.key_point_id`;

/** Answers the citations of a contribution today. */
export async function citedOf({ joined, batch }: Context, contributionId: string): Promise<Cited[]> {
  const name = "trail: cited";
  const loader = batch(name, async (ids) =>
    grouped(await joined<Cited & { key: string }>(name, citedText, [ids]), ({ key }) => key),
  );
  return (await loader(contributionId)) ?? [];
}

/** Answers the reviews that its author gave of the citations of a published contribution. */
export const reviewsOf = (context: Context, contributionId: string): Promise<CitationReview[]> =>
  linked(
    context,
    "trail: reviews",
    CitationReviews,
    `p.contribution_id as key from citation_review it join passage p on p.id = it.passage_id
     join contribution c on c.id = p.contribution_id and ${visible("c")}
     where p.contribution_id = any($1::uuid[]) order by it.reviewed_on, it.passage_id`,
    contributionId,
  );

/** Words of somebody, where they are cited, and what was said of it. */
export interface OwnCitation extends Partial<Cited> {
  passageId: string;
  review: CitationReview | null;
}

/** The words of a response that are cited, or of which something was said when they were. */
export const citationsOf = async (context: Context, response: Response): Promise<OwnCitation[]> =>
  citationsIn(
    context,
    (await ownContributions(context, response)).map(({ id }) => id),
  );

/** The same, of what somebody said at a meeting and agreed to be quoted by: such a block is a contribution once it is marked. */
export async function citationsAt(context: Context, { id, withdrawn }: Attendance): Promise<OwnCitation[]> {
  if (withdrawn) return [];
  const text = `select q.attendance_id as key, c.id from minutes_quote q join contribution c on c.minutes_block_id = q.block_id
    where q.attendance_id = any($1::uuid[]) and ${spoke("q")} order by c.id`;
  const said = await context.batch("trail: said at meetings", async (ids) =>
    grouped(
      await prepared<{ key: string; id: string }>(context.db, "trail: said at meetings", text, [ids]),
      ({ key }) => key,
    ),
  )(id);
  return citationsIn(
    context,
    (said ?? []).map((one) => one.id),
  );
}

async function citationsIn(context: Context, contributionIds: string[]): Promise<OwnCitation[]> {
  const found = await Promise.all(
    contributionIds.map(async (id) => {
      const [cited, reviews] = await Promise.all([citedOf(context, id), reviewsOf(context, id)]);
      const said = new Map(reviews.map((review) => [review.passageId, review]));
      const now = cited.map((one): OwnCitation => ({ ...one, review: said.get(one.passageId) ?? null }));
      for (const { passageId } of now) said.delete(passageId);
      return [...now, ...[...said.values()].map((review) => ({ passageId: review.passageId, review }))];
    }),
  );
  return found.flat();
}
