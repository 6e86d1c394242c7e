import { m } from "@cahier/schema/messages";

/** The five screens of a launch, in their order, by their name in an address. */
export const launchSteps = ["theme", "calendar", "objectives", "team", "open"] as const;
export type LaunchStep = (typeof launchSteps)[number];

/** Fields for which a group cannot open yet, each with the screen where it is said. */
export const placeOf: Partial<Record<string, { label: () => string; step: LaunchStep }>> = {
  objectives: { label: m.launch_step_objectives, step: "objectives" },
  questionnaires: { label: m.launch_line_questions, step: "objectives" },
  finalOn: { label: m.launch_final, step: "calendar" },
};
