import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { trailOf } from "./trail.queries.ts";
import type { Response } from "../../listen/response/response.entity.ts";
import { ownContributions } from "../../listen/receipt/receipt.queries.ts";
import { citedOf, reviewsOf } from "./citation.queries.ts";
import { type News, newsFrom, newsId } from "./news.ts";
import type { Notice } from "./notice.entity.ts";

/** Answers all the news of a contribution, told or not. */
export async function newsOfContribution(context: Context, contribution: Contribution): Promise<News[]> {
  const { id } = contribution;
  const [trail, cited, reviews, from] = await Promise.all([
    trailOf(context, contribution),
    citedOf(context, id),
    reviewsOf(context, id),
    newsBeginOf(context, contribution),
  ]);
  const all = newsFrom(contribution, trail, cited, reviews);
  return from ? all.filter(({ on }) => on !== null && on >= from) : all;
}

/** First day of which something is news, where the notices of its group were forgotten. */
async function newsBeginOf({ db, cached }: Context, { objectiveId }: Contribution): Promise<string | undefined> {
  if (!objectiveId) return undefined;
  const name = "trail: news begin";
  const found = await cached(name, async (ids) => {
    const text = `select o.id, e.ended_on as on from notice_end e join objective o on o.group_id = e.group_id
      where o.id = any($1::uuid[])`;
    return keyed(await prepared<{ id: string; on: string }>(db, name, text, [ids]), ({ id }) => id);
  })(objectiveId);
  return found?.on;
}

/** News already told of a contribution, by the id of the news; the value is true if its author saw it. */
export async function toldOf({ joined, batch }: Context, contributionId: string): Promise<Map<string, boolean>> {
  const name = "trail: told";
  const loader = batch(name, async (ids) => {
    const text = `select contribution_id as "contributionId", step, target_id as "targetId", seen
      from notice where contribution_id = any($1::uuid[])`;
    const rows = await joined<Pick<Notice, "contributionId" | "step" | "targetId" | "seen">>(name, text, [ids]);
    return grouped(rows, (row) => row.contributionId);
  });
  const rows = (await loader(contributionId)) ?? [];
  return new Map(
    rows.map(({ step, targetId, seen }) => [
      newsId({ contribution: { id: contributionId } as Contribution, kind: step, targetId }),
      seen,
    ]),
  );
}

/** Answers the news of a response that its author has not seen. */
export async function unseenNews(context: Context, response: Response): Promise<News[]> {
  if (response.status === "WITHDRAWN") return [];
  const own = await ownContributions(context, response);
  const found = await Promise.all(
    own.map(async (contribution) => {
      const [news, told] = await Promise.all([
        newsOfContribution(context, contribution),
        toldOf(context, contribution.id),
      ]);
      return news.filter((one) => told.get(newsId(one)) !== true);
    }),
  );
  return found.flat();
}
