import type { NewsKind, PublicNewsKind } from "../../../graphql/resolvers.generated.ts";
import type { News } from "./news.ts";

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
