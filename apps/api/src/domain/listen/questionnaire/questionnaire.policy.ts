import { sendingGrace } from "@cahier/schema/limits";
import type { QuestionnaireState } from "../../../graphql/resolvers.generated.ts";
import { dayOf, startOf } from "../../../platform/day.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { WorkingGroup } from "../../ground/group/group.entity.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import type { Questionnaire } from "./questionnaire.entity.ts";

/** Fields that the state of a questionnaire is read from. */
type Dates = Pick<Questionnaire, "opensAt" | "closesAt" | "publishedAt" | "archivedAt" | "pausedReason">;

/** A template is for whoever composes, in any group. */
type Asked = Dates & Pick<Questionnaire, "template">;

type Authors = Pick<Questionnaire, "composedById" | "publicationAskedById">;

/** State of a questionnaire at an instant: nobody types it. */
export function questionnaireState(it: Dates, now: Date): QuestionnaireState {
  if (it.archivedAt && now >= it.archivedAt) return "ARCHIVED";
  if (!isPublished(it, now)) return "DRAFT";
  if (now < it.opensAt) return "SCHEDULED";
  if (now >= it.closesAt) return "CLOSED";
  return it.pausedReason === null ? "OPEN" : "PAUSED";
}

/** True from its publication on, even once it is archived; a draft that was put away never is. */
export const isPublished = ({ publishedAt }: Pick<Questionnaire, "publishedAt">, now: Date) =>
  publishedAt !== null && now >= publishedAt;

/** Three working days after it closes, at the end of the day where the group is: paper that arrived in time is typed in until then. */
export function paperUntil(closesAt: Date): Date {
  let day = dayOf(closesAt);
  for (let left = 3; left > 0;) {
    day = dayOf(new Date(`${day}T12:00:00Z`), 1);
    if (![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) left--;
  }
  return startOf(dayOf(new Date(`${day}T12:00:00Z`), 1));
}

/** True once nothing more can come, on paper either. */
export function allIsIn(it: Dates, now: Date): boolean {
  const state = questionnaireState(it, now);
  return state === "ARCHIVED" || (state === "CLOSED" && now >= paperUntil(it.closesAt));
}

/** Rights on a questionnaire. Pure. */
export const questionnairePolicy = {
  /** A draft is of the team of its group; all that a group in preparation asks too. */
  read: (viewer: Viewer, it: Asked, group: Pick<WorkingGroup, "id" | "preparing">, now: Date) =>
    groupPolicy.read(viewer, group) &&
    (isPublished(it, now) || questionnairePolicy.readDrafts(viewer, it.template ? undefined : group.id)),
  /** An administrator writes and stops one too: that judges nothing. What comes in is not theirs to read. */
  compose: (viewer: Viewer, groupId?: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR"),
  mayPublish: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId),
  /** A second person publishes what somebody composed; a small team goes without one, and says so. */
  publish: (viewer: Viewer, it: Authors, groupId: string, smallTeam: boolean) =>
    questionnairePolicy.mayPublish(viewer, groupId) &&
    (smallTeam || (viewer.id !== it.composedById && viewer.id !== it.publicationAskedById)),
  readResults: (viewer: Viewer, groupId: string) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
  showResults: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId),
  /** A referent does for a territory, a facilitator for the group. */
  enterPaper: (viewer: Viewer, groupId: string) =>
    viewer.roles.some((held) => held.role === "REFERENT" && (!held.groupId || held.groupId === groupId)) ||
    viewer.has("FACILITATOR", groupId),
  export: (viewer: Viewer, groupId: string) => questionnairePolicy.readResults(viewer, groupId),
  readDrafts: (viewer: Viewer, groupId?: string) =>
    viewer.has("FACILITATOR", groupId) || viewer.has("RAPPORTEUR", groupId) || viewer.has("ADMINISTRATOR"),
};

/**
 * SQL condition: a questionnaire `q` takes a response now, by the clock of the database during the write. Answers begun
 * before the end have a few minutes more to be sent: the page says so.
 */
export const takesResponses = `q.published_at <= clock_timestamp() and q.paused_reason is null
  and (q.archived_at is null or q.archived_at > clock_timestamp())
  and ${isOpened("(select o.group_id from objective o where o.id = q.objective_id)")}
  and clock_timestamp() >= q.opens_at and clock_timestamp() < q.closes_at + interval '${sendingGrace} minutes'`;
