import { m } from "@cahier/schema/messages";
import type { TrailStep } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { today } from "../../shared/daysSince.ts";

const leads: Record<TrailStep, (input: { date: string }) => string> = {
  RECEIVED: m.response_lead_RECEIVED,
  COUNTED: m.response_lead_COUNTED,
  READ: m.response_lead_READ,
  MARKED: m.response_lead_MARKED,
  CITED: m.response_lead_CITED,
  FEEDS: m.response_lead_FEEDS,
  ADOPTED: m.response_lead_ADOPTED,
  CARRIED: m.response_lead_CARRIED,
  ANSWERED: m.response_lead_ANSWERED,
  NOT_RETAINED: m.response_lead_NOT_RETAINED,
};

interface Progress {
  progress: TrailStep;
  /** The day it went that far. */
  progressOn: string | null;
  readBefore: string | null;
}

/** Progress of a response in a sentence; where nothing came of it yet, says so, and since when; or that it was to be read before. */
export function progressWords({ progress, progressOn, readBefore }: Progress) {
  if (progress === "RECEIVED" && !readBefore) return m.response_lead_soon();
  if (progress === "READ" && progressOn) return m.trail_lead_READ({ date: formatDate(progressOn) });
  const date = readBefore ? formatDate(readBefore, "short") : "";
  return progress === "RECEIVED" && readBefore! < today() ? m.response_lead_late({ date }) : leads[progress]({ date });
}
