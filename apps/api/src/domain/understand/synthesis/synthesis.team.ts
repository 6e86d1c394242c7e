import type { Context } from "../../../platform/context.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { Syntheses, type SynthesisVersion } from "./synthesis.entity.ts";

/** True if the viewer holds the reading desk of the group of a version. */
export async function isOfTheTeam({ load, viewer }: Context, { synthesisId }: SynthesisVersion): Promise<boolean> {
  if (!readingPolicy.hold(viewer)) return false;
  const synthesis = await load(Syntheses, synthesisId);
  const objective = await load(Objectives, synthesis?.objectiveId);
  return readingPolicy.hold(viewer, objective?.groupId ?? null);
}
