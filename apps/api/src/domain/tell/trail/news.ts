import type { NewsKind } from "../../../graphql/resolvers.generated.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import type { NotRetained, Trail, TrailEvent } from "./trail.ts";
import type { CitationReview } from "../../understand/citationReview/citationReview.entity.ts";
import type { Cited } from "./citation.queries.ts";

/** Something that happened to the words of a contribution, and the row it led to. */
export interface News {
  contribution: Contribution;
  kind: NewsKind;
  /** The contribution itself where it led to none. */
  targetId: string;
  on: string | null;
  event: TrailEvent | null;
  notRetained: NotRetained | null;
  /** The words of it that are cited, with the first place where they are. */
  cited: Cited | null;
  review: CitationReview | null;
}

/** Key of a piece of news. */
export const newsId = ({ contribution, kind, targetId }: Pick<News, "contribution" | "kind" | "targetId">) =>
  `${contribution.id}:${kind}:${targetId}`;

/** Derives the news of a contribution from its trail, citations and reviews; never typed. */
export function newsFrom(contribution: Contribution, trail: Trail, cited: Cited[], reviews: CitationReview[]): News[] {
  const { id, status } = contribution;
  // A contribution that is hidden, withdrawn or waiting has no news: its own page says why.
  if (status !== "VISIBLE" && status !== "UNPUBLISHED") return [];
  const news = (kind: NewsKind, targetId: string | null, on: string | null, more: Partial<News> = {}): News => ({
    ...{ contribution, kind, targetId: targetId ?? id, on, event: null, notRetained: null, cited: null, review: null },
    ...more,
  });
  const placeOf = (passageId: string) => cited.find((one) => one.passageId === passageId) ?? null;

  const path = trail.events.flatMap((event): News[] => {
    const { step, on } = event;
    if (step === "RECEIVED" || step === "COUNTED") return [];
    if (step === "NOT_RETAINED")
      return [news(step, trail.notRetained?.themeId ?? null, on, { event, notRetained: trail.notRetained })];
    const at = step === "CITED" ? cited.find((one) => !one.circulates && one.synthesisId === event.synthesisId) : null;
    return [news(step, ledTo(event), on, { event, cited: at ?? null })];
  });
  const said = new Set(reviews.map(({ passageId }) => passageId));
  const versions = new Map(
    cited.filter((one) => one.circulates && !said.has(one.passageId)).map((one) => [one.versionId, one]),
  );
  const asked = [...versions.values()].map((one) => news("ASKED", one.versionId, one.circulatedOn, { cited: one }));
  const resolved = reviews
    .filter(({ resolution }) => resolution !== null)
    .map((review) =>
      news("RESOLVED", review.passageId, review.resolvedOn, { review, cited: placeOf(review.passageId) }),
    );
  return [...path, ...asked, ...resolved];
}

const ledTo = ({ handoverId, proposalId, synthesisId, keyPointId, initiativeId }: TrailEvent) =>
  handoverId ?? proposalId ?? synthesisId ?? keyPointId ?? initiativeId;
