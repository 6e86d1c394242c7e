import type { Day } from "./days.ts";
import type { Step } from "./move.ts";

type Span = Pick<Step, "startsOn" | "endsOn">;

/** A questionnaire that is published, by its days. */
export interface Published {
  state: string;
  opensOn: Day;
  closesOn: Day;
}

/**
 * Days on which a published questionnaire opens and closes once its step moves; null where it stays as it is. An open one
 * keeps its beginning; one that is closed, or whose days were chosen apart from those of its step, stays.
 */
export function following(before: Span, after: Span, it: Published, today: Day) {
  if (it.state !== "SCHEDULED" && it.state !== "OPEN" && it.state !== "PAUSED") return null;
  const begun = it.state !== "SCHEDULED";
  const opensOn = !begun && it.opensOn === before.startsOn ? after.startsOn : it.opensOn;
  const closesOn = it.closesOn === before.endsOn ? after.endsOn : it.closesOn;
  if (opensOn === it.opensOn && closesOn === it.closesOn) return null;
  return closesOn < opensOn || closesOn < today ? null : { opensOn, closesOn };
}
