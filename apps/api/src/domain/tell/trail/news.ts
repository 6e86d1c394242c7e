import type { NewsKind, PublicNewsKind } from "../../../graphql/resolvers.generated.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import type { NotRetained, Trail, TrailEvent } from "./trail.ts";
import type { CitationReview } from "../../understand/citationReview/citationReview.entity.ts";
import type { Response } from "../../listen/response/response.entity.ts";
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

/** News of one response. */
export interface ResponseNews {
  response: Response;
  news: News[];
}

/** News that one mail tells; `event` names what decides, which is told alone. */
export interface Part {
  event: string | null;
  responses: ResponseNews[];
}

/** News that matters most to somebody: quoted, asked if they are quoted well, answered. It comes first in a list. */
const decisive: NewsKind[] = ["ASKED", "RESOLVED", "ANSWERED", "CITED"];

/**
 * Parts the news of one reader: a mail for each event that decides, whatever it touches of what they wrote, and one for
 * all the rest. That a text was read goes without saying beside what was made of it: it is told with that.
 */
export function partsOf(all: ResponseNews[]): Part[] {
  const eventOf = ({ kind, targetId }: News) => (decisive.includes(kind) ? `${kind} ${targetId}` : null);
  const parts = new Map<string | null, Map<ResponseNews, News[]>>();
  for (const one of all)
    for (const own of Map.groupBy(one.news, ({ contribution }) => contribution.id).values()) {
      const said = own.filter(({ kind }) => kind !== "READ");
      const beside = said.find((it) => eventOf(it) === null) ?? said[0];
      for (const it of own) {
        const event = it.kind === "READ" && beside ? eventOf(beside) : eventOf(it);
        const part = parts.get(event) ?? new Map<ResponseNews, News[]>();
        parts.set(event, part);
        part.set(one, [...(part.get(one) ?? []), it]);
      }
    }
  return [...parts]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([event, told]) => ({
      event,
      responses: [...told].map(([{ response }, news]) => ({ response, news })),
    }));
}

/** The public event that a step of one's own words is part of. */
const events: Partial<Record<NewsKind, PublicNewsKind>> = {
  CITED: "SYNTHESIS_PUBLISHED",
  FEEDS: "PROPOSAL_PUBLISHED",
  ADOPTED: "PROPOSAL_ADOPTED",
  CARRIED: "PROPOSAL_CARRIED",
  ANSWERED: "PROPOSAL_REPLIED",
};

/** Name of the event that somebody is told by the path of their own words; null where it is none. */
export function thingOf({ kind, targetId, on }: Pick<News, "kind" | "targetId" | "on">): string | null {
  const event = events[kind];
  if (!event) return null;
  return kind === "CITED" ? `${event} ${targetId} ${on}` : `${event} ${targetId}`;
}
