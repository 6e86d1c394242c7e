import type { ProductionFormat, ProductionKind, ProductionState } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { Production } from "./production.entity.ts";

/** Who may do what with productions. Pure: it looks at the rows it is given and nothing else. */
export const productionPolicy = {
  /** Those who write for a group, and those who run its meetings. */
  make: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("ADMINISTRATOR") || viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
  take: (viewer: Viewer, { groupId, finishedAt, publishedAt }: Production) =>
    finishedAt !== null && (publishedAt !== null || productionPolicy.make(viewer, groupId)),
};

/** What each kind can be taken as. */
export const formatsOf: Record<ProductionKind, readonly ProductionFormat[]> = {
  REPORT: ["PDF", "DOCX", "ODT", "HTML"],
  DECK: ["PPTX"],
};

/** After so many processes began it in vain, it is given up. */
export const mostAttempts = 3;

/** Where a production stands at an instant: nobody types it. */
export function productionState({ finishedAt, failure, heldUntil, step }: Production, now: Date): ProductionState {
  if (finishedAt) return "READY";
  if (failure) return "FAILED";
  return step !== "WAITING" && heldUntil && heldUntil > now ? "MAKING" : "WAITING";
}
