import type { TrailStep } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import type { Receipt, Response } from "../../listen/response/response.entity.ts";
import { type CitationReview, CitationReviews } from "../../understand/citationReview/citationReview.entity.ts";
import { ownContributions } from "../../listen/receipt/receipt.queries.ts";
import { trailOf } from "./trail.queries.ts";
import { furthest } from "./trail.ts";

/** Answers the furthest step of the contributions of a response; COUNTED if it is unpublished and has no text. */
export async function progressOf(context: Context, response: Receipt): Promise<TrailStep> {
  const trails = await trailsOf(context, response);
  if (trails.length === 0 && response.appearance === "UNPUBLISHED") return "COUNTED";
  return furthest(trails.map(({ progress }) => progress));
}

/** Answers the day of that step; null if only the order is known. */
export async function progressOn(context: Context, response: Receipt): Promise<string | null> {
  const [progress, trails] = await Promise.all([progressOf(context, response), trailsOf(context, response)]);
  if (progress === "RECEIVED" || progress === "COUNTED") return response.submittedOn;
  const days = trails.flatMap(({ events }) => events.flatMap(({ step, on }) => (step === progress && on ? [on] : [])));
  return days.toSorted()[0] ?? null;
}

const trailsOf = async (context: Context, response: Receipt) =>
  Promise.all((await ownContributions(context, response)).map((contribution) => trailOf(context, contribution)));

/** Answers the reviews that the author of a response gave of its citations. */
export const citationReviewsOf = (context: Context, { id }: Response): Promise<CitationReview[]> =>
  linked(
    context,
    "response: citation reviews",
    CitationReviews,
    `c.response_id as key from citation_review it join passage p on p.id = it.passage_id
     join contribution c on c.id = p.contribution_id where c.response_id = any($1::uuid[])
     order by it.reviewed_on, it.passage_id`,
    id,
  );
