import { signaturesNeeded } from "@cahier/schema/limits";
import type { SignedIn, Viewer } from "../../../platform/viewer.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import type { MinorityPosition } from "./minority.entity.ts";

/**
 * Rights to oppose a synthesis or a proposal. Pure.
 * No mutation removes somebody else's position, on purpose.
 */
export const minorityPolicy = {
  /** Anybody with an account, whatever their other rights. */
  sign: (viewer: Viewer): viewer is SignedIn => viewer.id !== null,

  /** The referent of a region, and nobody else, speaks for it. */
  speakFor: (viewer: Viewer, territory: Pick<Territory, "id" | "kind">) =>
    viewer.id !== null &&
    territory.kind !== "DEPARTMENT" &&
    viewer.roles.some(({ role, territoryId }) => role === "REFERENT" && territoryId === territory.id),

  /** True if a proposal may be opposed: public and still standing, or adopted, since its text no longer changes. */
  stands: ({ state }: Pick<Proposal, "state">) => state === "OPEN" || state === "STABILISED" || state === "ADOPTED",

  /** True if it stands beside the synthesis or the proposal for everybody. */
  isAttached: ({ status, territoryId }: Pick<MinorityPosition, "status" | "territoryId">, signatures: number) =>
    status === "VISIBLE" && (territoryId !== null || signatures >= signaturesNeeded),
};
