import { sendingGrace } from "@cahier/schema/limits";
import type { QuestionnaireState } from "../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Questionnaire } from "./questionnaire.entity.ts";

/** What the state of a questionnaire is read from. */
type Dates = Pick<Questionnaire, "opensAt" | "closesAt" | "publishedAt" | "archivedAt" | "pausedReason">;

/** Where a questionnaire stands at an instant: nobody types it. */
export function questionnaireState(it: Dates, now: Date): QuestionnaireState {
  if (!it.publishedAt || now < it.publishedAt) return "DRAFT";
  if (it.archivedAt && now >= it.archivedAt) return "ARCHIVED";
  if (now < it.opensAt) return "SCHEDULED";
  if (now >= it.closesAt) return "CLOSED";
  return it.pausedReason === null ? "OPEN" : "PAUSED";
}

/** Who may do what with a questionnaire. Pure. */
export const questionnairePolicy = {
  /** A draft is of those who compose it. */
  read: (viewer: Viewer, it: Dates, now: Date) =>
    questionnaireState(it, now) !== "DRAFT" || questionnairePolicy.readDrafts(viewer),
  readDrafts: (viewer: Viewer) => viewer.has("FACILITATOR") || viewer.has("RAPPORTEUR") || viewer.has("ADMINISTRATOR"),
};

/**
 * Whether a questionnaire `q` takes a response at this instant, decided by the clock of the database while it is
 * written. What was begun before the end has a few minutes more to be sent: the page says so.
 */
export const takesResponses = `q.published_at <= clock_timestamp() and q.paused_reason is null
  and (q.archived_at is null or q.archived_at > clock_timestamp())
  and clock_timestamp() >= q.opens_at and clock_timestamp() < q.closes_at + interval '${sendingGrace} minutes'`;
