import { m } from "@cahier/schema/messages";
import type { ActNames } from "../rights.names.ts";

/** Acts of taking words elsewhere, in words. */
export const giveActNames: ActNames = {
  stopFollowUp: m.rights_do_stopFollowUp,
  endSession: m.rights_do_endSession,
  askProduction: m.rights_do_askProduction,
  remakeProduction: m.rights_do_remakeProduction,
  publishProduction: m.rights_do_publishProduction,
};
