import { m } from "@cahier/schema/messages";
import type { OfficeCheck, ReplyStance } from "../../graphql/operations.generated.ts";

/** What an office chooses between, as it says it. */
export const stances: Record<ReplyStance, () => string> = {
  ACCEPTED: m.office_stance_ACCEPTED,
  PARTLY: m.office_stance_PARTLY,
  REFUSED: m.office_stance_REFUSED,
  PASSED_ON: m.office_stance_PASSED_ON,
};

/** How the team makes sure that it is the office. */
export const checkNames: Record<OfficeCheck, () => string> = {
  CALLED: m.office_check_CALLED,
  WRITTEN: m.office_check_WRITTEN,
  MET: m.office_check_MET,
};
