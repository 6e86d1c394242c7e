import { m } from "@cahier/schema/messages";
import type { OfficeCheck, ReplyStance } from "../../graphql/operations.generated.ts";

/** Names of the stances, as an office reads them. */
export const stances: Record<ReplyStance, () => string> = {
  ACCEPTED: m.office_stance_ACCEPTED,
  PARTLY: m.office_stance_PARTLY,
  REFUSED: m.office_stance_REFUSED,
  PASSED_ON: m.office_stance_PASSED_ON,
};

/** Names of the ways the team checks that it is the office. */
export const checkNames: Record<OfficeCheck, () => string> = {
  CALLED: m.office_check_CALLED,
  WRITTEN: m.office_check_WRITTEN,
  MET: m.office_check_MET,
};
