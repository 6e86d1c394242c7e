import { m } from "@cahier/schema/messages";
import type { ReportReason } from "../graphql/operations.generated.ts";

/** Reasons of a report. */
export const reportNames: Record<ReportReason, () => string> = {
  INSULT: m.report_INSULT,
  PERSON: m.report_PERSON,
  IMPERSONATION: m.report_IMPERSONATION,
  ADVERTISING: m.report_ADVERTISING,
  OFF_TOPIC: m.report_OFF_TOPIC,
};
