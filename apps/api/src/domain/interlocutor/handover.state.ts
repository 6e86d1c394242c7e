import type { HandoverState } from "../../graphql/resolvers.generated.ts";
import { daysBetween } from "../../platform/day.ts";
import type { Handover } from "./interlocutor.entity.ts";

type Dates = Pick<Handover, "contactedOn" | "handedOverOn" | "replyBy" | "repliedOn">;

/** Where a handover stands on a day: nobody types it. The day of `replyBy` is still in time. */
export function handoverState({ contactedOn, handedOverOn, replyBy, repliedOn }: Dates, today: string): HandoverState {
  if (repliedOn) return "REPLIED";
  if (replyBy && replyBy < today) return "OVERDUE";
  if (handedOverOn) return "HANDED_OVER";
  return contactedOn ? "CONTACTED" : "IDENTIFIED";
}

/** Days without a reply since the day it was expected; 0 while there is time, and once there is one. */
export const daysOverdue = (dates: Dates, today: string) =>
  handoverState(dates, today) === "OVERDUE" ? daysBetween(dates.replyBy!, today) : 0;
