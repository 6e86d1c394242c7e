import type { HandoverState } from "../../../graphql/resolvers.generated.ts";
import { daysBetween } from "../../../platform/day.ts";
import type { Handover } from "./handover.entity.ts";

type Dates = Pick<Handover, "contactedOn" | "handedOverOn" | "replyBy" | "repliedOn"> &
  Partial<Pick<Handover, "endedAs">>;

/** State of a handover on a day, computed, never typed. The day of `replyBy` is still in time. */
export function handoverState(
  { contactedOn, handedOverOn, replyBy, repliedOn, endedAs }: Dates,
  today: string,
): HandoverState {
  if (endedAs) return endedAs;
  if (repliedOn) return "REPLIED";
  if (handedOverOn && replyBy && replyBy < today) return "OVERDUE";
  if (handedOverOn) return "HANDED_OVER";
  return contactedOn ? "CONTACTED" : "IDENTIFIED";
}

/** The same state in SQL, of handovers `it` on the day `today`. */
export const stateOf = (today: string, it = "it") => `case
  when ${it}.ended_as is not null then ${it}.ended_as
  when ${it}.replied_on is not null then 'REPLIED'
  when ${it}.handed_over_on is not null and ${it}.reply_by < ${today}::date then 'OVERDUE'
  when ${it}.handed_over_on is not null then 'HANDED_OVER'
  when ${it}.contacted_on is not null then 'CONTACTED' else 'IDENTIFIED' end`;

/** Days past the expected reply; 0 before that day, and once there is a reply. */
export const daysOverdue = (dates: Dates, today: string) =>
  handoverState(dates, today) === "OVERDUE" ? daysBetween(dates.replyBy!, today) : 0;
