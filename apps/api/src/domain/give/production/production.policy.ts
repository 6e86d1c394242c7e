import type { ProductionFormat, ProductionKind, ProductionState } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { Production } from "./production.entity.ts";

/** Rights on productions. Pure: reads only the rows it is given. */
export const productionPolicy = {
  /** Rapporteurs and facilitators ask for files of a group. */
  make: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
  take: (viewer: Viewer, { groupId, finishedAt, publishedAt }: Production) =>
    finishedAt !== null && (publishedAt !== null || productionPolicy.make(viewer, groupId)),
};

/** Formats of each kind. */
export const formatsOf: Record<ProductionKind, readonly ProductionFormat[]> = {
  REPORT: ["PDF", "DOCX", "ODT", "HTML"],
  DECK: ["PPTX"],
};

/** After so many processes began it in vain, it is given up. */
export const mostAttempts = 3;

/** State of a production at an instant: derived, never stored. */
export function productionState({ finishedAt, failure, heldUntil, step }: Production, now: Date): ProductionState {
  if (finishedAt) return "READY";
  if (failure) return "FAILED";
  return step !== "WAITING" && heldUntil && heldUntil > now ? "MAKING" : "WAITING";
}
