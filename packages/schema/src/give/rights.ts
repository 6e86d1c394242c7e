import type { Rights } from "../rights.ts";

/** Roles allowed to do the acts of taking words elsewhere. */
export const giveRights: Rights = {
  stopFollowUp: "ANYONE",
  endSession: "SIGNED_IN",
  askProduction: ["RAPPORTEUR", "FACILITATOR"],
  remakeProduction: ["RAPPORTEUR", "FACILITATOR"],
  publishProduction: ["RAPPORTEUR", "FACILITATOR"],
};
