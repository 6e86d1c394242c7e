/** The five screens of a launch, in their order, by their name in an address. */
export const launchSteps = ["theme", "calendar", "objectives", "team", "open"] as const;
export type LaunchStep = (typeof launchSteps)[number];
