/** Acts on things no single group holds: a right in any group is enough. */
export const shared = new Set([
  "writeHoliday",
  "removeHoliday",
  "registerInterlocutor",
  "editInterlocutor",
  "mergeInterlocutors",
  "unmergeInterlocutor",
  "removeInterlocutor",
  // A territory is of no group of work.
  "openRegionalGroup",
  "closeRegionalGroup",
  "judgeCandidacy",
  // An organisation is of no group.
  "judgeOrganisation",
  // Of what waits for one: whatever is of other groups is as if it were not there.
  "takeMatter",
  "letGoMatter",
  // If a group has no other moderator, one of any group decides.
  "decideAppeal",
  // An administrator has no scope.
  "giveRole",
  "endRole",
  "invite",
  "renewInvitation",
  "withdrawInvitation",
  "editInstance",
  "resetSecondFactor",
  "removeLogo",
  "tryMail",
  "createGroup",
  "createTheme",
  "writeListItem",
  "addSector",
  "removeSector",
  "moveListItem",
  "retireListItem",
  "removeListItem",
  "replaceList",
  "importTerritories",
]);

/** Acts that a role without a scope allows too, where nobody of the demonstration has it. */
export const alsoEverywhere: Record<string, "FACILITATOR"> = { createGroup: "FACILITATOR" };
