/**
 * The team's right to read is said in two places, `theirs` (SQL) and `passagePolicy.read`. A text that is only
 * counted is known from its question's visibility today, so that narrowing holds for what was already said.
 */
import type { Viewer } from "../../../platform/viewer.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import type { Question } from "../../listen/questionnaire/questionnaire.entity.ts";
import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";

/** Right to read for everybody: to mark passages, state key points, write proposals. Pure. */
export const readingPolicy = {
  hold: (viewer: Viewer, groupId: string | null = null) => viewer.has("RAPPORTEUR", groupId),
};

/** Rights to mark and read contributions. Pure: reads only the rows it is given. */
export const passagePolicy = {
  /** An unpublished text is read and counted, a hidden or a withdrawn one neither, one that is only counted not read. */
  read: (
    viewer: Viewer,
    { status }: Pick<Contribution, "status">,
    asked: Pick<Question, "visibility"> | null,
    groupId: string | null,
  ) =>
    readingPolicy.hold(viewer, groupId) &&
    (status === "VISIBLE" || status === "UNPUBLISHED") &&
    asked?.visibility !== "AGGREGATED",
  mark: (viewer: Viewer, { status }: Pick<Contribution, "status">, groupId: string | null) =>
    readingPolicy.hold(viewer, groupId) && status === "VISIBLE",
};

/** The groups whose work in progress the viewer reads: null for all of them, none for a visitor. */
export function readingGroups({ roles }: Viewer): string[] | null {
  const held = roles.filter(({ role }) => role === "RAPPORTEUR");
  const everywhere = held.some(({ groupId, territoryId }) => !groupId && !territoryId);
  return everywhere ? null : held.flatMap(({ groupId }) => groupId ?? []);
}

/** Reasons that the team may give for leaving words; only their author withdraws. */
export const reasonsOfTeam: readonly NotRetainedReason[] = [
  "ALREADY_SAID",
  "OUT_OF_SCOPE",
  "REQUEST_APART",
  "TOO_GENERAL",
  "NOT_ACTIONABLE",
  "NOT_UNDERSTOOD",
  "NOTHING_TO_ADD",
];
