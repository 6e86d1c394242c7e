import { m } from "@cahier/schema/messages";

/** Names of the stages of an initiative. */
export const stageNames: Record<string, () => string> = {
  IDEA: m.initiative_stage_IDEA,
  START: m.initiative_stage_START,
  RUNNING: m.initiative_stage_RUNNING,
  GROWING: m.initiative_stage_GROWING,
  STOPPED: m.initiative_stage_STOPPED,
};
