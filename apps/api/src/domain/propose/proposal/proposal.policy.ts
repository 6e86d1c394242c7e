import type { Viewer } from "../../../platform/viewer.ts";
import { readingGroups, readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { Proposal } from "./proposal.entity.ts";

type Ours = Pick<Proposal, "groupId" | "state">;

/** Rights over a proposal. Pure: it looks at the rows it is given and nothing else. */
export const proposalPolicy = {
  /** Drafts and open proposals alone are written. */
  edit: (viewer: Viewer, { groupId, state }: Ours) =>
    readingPolicy.hold(viewer, groupId) && (state === "DRAFT" || state === "OPEN"),
  /** Rapporteurs, and whoever runs the meetings where it is decided. */
  decide: (viewer: Viewer, { groupId }: Pick<Proposal, "groupId">) =>
    readingPolicy.hold(viewer, groupId) || viewer.has("FACILITATOR", groupId),
  askToPublish: (viewer: Viewer, { groupId, state }: Ours) => readingPolicy.hold(viewer, groupId) && state === "DRAFT",
  /** A second person makes public what somebody asked for; a small team goes without one, and says so. */
  publish: (viewer: Viewer, it: Ours & Pick<Proposal, "publicationAskedById">, smallTeam: boolean) =>
    it.state === "DRAFT" &&
    (smallTeam
      ? proposalPolicy.askToPublish(viewer, it)
      : proposalPolicy.decide(viewer, it) && isSecond(viewer, it.publicationAskedById)),
  /** Those who write a draft may remove it, unless it is about to be public. */
  remove: (viewer: Viewer, it: Ours & Pick<Proposal, "publishesAt">) =>
    proposalPolicy.askToPublish(viewer, it) && it.publishesAt === null,
  /** Public proposals that still stand may be carried. */
  carry: (viewer: Viewer, { groupId, state }: Ours) =>
    readingPolicy.hold(viewer, groupId) && (state === "OPEN" || state === "STABILISED" || state === "ADOPTED"),
};

/** True if somebody else began the act that the viewer would confirm. */
export const isSecond = (viewer: Viewer, firstId: string | null) => firstId !== null && firstId !== viewer.id;

/** The groups whose drafts the viewer reads: null for all of them, none for a visitor. */
export function draftGroups(viewer: Viewer): string[] | null {
  const written = readingGroups(viewer);
  if (written === null) return null;
  const run = viewer.roles.filter(({ role }) => role === "FACILITATOR");
  if (run.some(({ groupId, territoryId }) => !groupId && !territoryId)) return null;
  return [...written, ...run.flatMap(({ groupId }) => groupId ?? [])];
}
