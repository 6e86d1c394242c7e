import { daysToRead, type StepKind } from "./draw.ts";
import { addDays, type Day, daysBetween } from "./days.ts";

/** A step of a calendar that can be moved. */
export interface Step {
  id: string;
  kind: StepKind;
  /** The objective it belongs to, by any name. */
  objective: string | null;
  startsOn: Day;
  endsOn: Day;
  /** Done or cancelled: it stays. */
  settled: boolean;
}

export type Dates = Pick<Step, "startsOn" | "endsOn">;
export type Move = Pick<Step, "id" | "startsOn" | "endsOn">;

/** A move that cannot be, at its field; the value is the first day that could. */
export interface Obstacle {
  code: "IN_THE_PAST" | "DATES_CROSSED" | "TOO_EARLY" | "NOT_NOW";
  field: "startsOn" | "endsOn" | "days" | "id";
  id: string;
  value: Day | null;
}

/** A calendar after some moves: all that changed, asked for or brought about; or the first obstacle. */
export type Rearranged = { moves: Move[]; obstacle: null } | { moves: null; obstacle: Obstacle };

/** Days a questionnaire is open, at least, whatever is moved. */
const leastDaysToAnswer = 7;

const refused = (code: Obstacle["code"], field: Obstacle["field"], id: string, value: Day | null = null) =>
  ({ moves: null, obstacle: { code, field, id, value } }) as const;

const meets = ({ kind }: Step) => kind === "MEETING" || kind === "PRESENTATION";

/** Spacing between two steps of a calendar: which end of the first, and how many days before the second begins. */
function spacing(before: Step, after: Step): { end: keyof Dates; least: number } | null {
  if (before.kind === "ONLINE_EXCHANGE" && after.kind === "CHECKPOINT" && before.objective === after.objective)
    return { end: "endsOn", least: daysToRead };
  if (before.kind === "CHECKPOINT" && meets(after)) return { end: "startsOn", least: 1 };
  if (before.kind === "CHECKPOINT" && after.kind === "CHECKPOINT") return { end: "endsOn", least: 1 };
  if (before.kind === "PREPARATION") return meets(after) ? { end: "endsOn", least: 1 } : null;
  if (after.kind === "PREPARATION" || before.kind === "HANDOVER") return null;
  if (after.kind === "HANDOVER") return { end: "endsOn", least: 1 };
  return { end: "startsOn", least: 0 };
}

/** Number of days that lack between two steps; a spacing that was never kept is not asked for. */
function lacking(before: Step, after: Step, was: readonly [Step, Step]): number {
  const asked = spacing(before, after);
  if (!asked) return 0;
  const { end, least } = asked;
  const gap = daysBetween(before[end], after.startsOn);
  return Math.min(least, daysBetween(was[0][end], was[1].startsOn)) - gap;
}

const tooShort = (step: Step, was: Step): number =>
  step.kind === "ONLINE_EXCHANGE"
    ? Math.min(leastDaysToAnswer, daysBetween(was.startsOn, was.endsOn)) - daysBetween(step.startsOn, step.endsOn)
    : 0;

/**
 * Moves some steps of a calendar. A meeting takes along what is held to it: the questionnaire that it opens, the
 * synthesis read before it. What comes after is pushed by whole weeks, only as far as the spacing asks.
 */
export function rearrange(steps: readonly Step[], asked: readonly Move[], today: Day): Rearranged {
  const wanted = new Map(asked.map((move) => [move.id, move]));
  for (const was of steps) {
    const move = wanted.get(was.id);
    if (!move) continue;
    if (was.settled) return refused("NOT_NOW", "id", was.id);
    if (move.startsOn !== was.startsOn && move.startsOn < today)
      return refused("IN_THE_PAST", "startsOn", was.id, today);
    if (move.endsOn < move.startsOn) return refused("DATES_CROSSED", "endsOn", was.id, move.startsOn);
    if (move.endsOn !== was.endsOn && move.endsOn < today) return refused("IN_THE_PAST", "endsOn", was.id, today);
  }
  const held = asked.length === 1 ? heldTo(steps, asked[0]!, today) : new Map<string, Dates>();
  const now = steps.map((step) => ({ ...step, ...held.get(step.id), ...wanted.get(step.id) }));
  for (const [place, step] of now.entries()) {
    const was = steps[place]!;
    if (step.settled) continue;
    if (step.startsOn !== was.startsOn && step.startsOn < today)
      return refused("IN_THE_PAST", "startsOn", step.id, today);
    const lacks = now.slice(0, place).map((before, at) => lacking(before, step, [steps[at]!, was]));
    const most = Math.max(0, ...lacks);
    if (most > 0) {
      const first = addDays(step.startsOn, most);
      if (wanted.has(step.id) || was.startsOn <= today) return refused("TOO_EARLY", "startsOn", step.id, first);
      push(steps, now, place, Math.ceil(most / 7) * 7, { today, wanted });
    }
    const short = tooShort(step, was);
    if (short > 0 && wanted.has(step.id)) return refused("TOO_EARLY", "endsOn", step.id, addDays(step.endsOn, short));
    if (short > 0) {
      step.endsOn = addDays(step.endsOn, Math.ceil(short / 7) * 7);
    }
  }
  return { moves: changed(steps, now), obstacle: null };
}

/** Pushes a step and all that follow it: one spacing is kept, and so are those after it. */
function push(
  steps: readonly Step[],
  now: Step[],
  from: number,
  days: number,
  { today, wanted }: { today: Day; wanted: ReadonlyMap<string, Move> },
) {
  for (const [place, step] of now.entries()) {
    if (place < from || step.settled || wanted.has(step.id)) continue;
    if (steps[place]!.startsOn > today) step.startsOn = addDays(step.startsOn, days);
    step.endsOn = addDays(step.endsOn, days);
  }
}

/** The dates of what is held to a meeting that moves. */
function heldTo(steps: readonly Step[], move: Move, today: Day): Map<string, Dates> {
  const held = new Map<string, Dates>();
  const meeting = steps.find(({ id }) => id === move.id);
  if (!meeting || !meets(meeting)) return held;
  const days = daysBetween(meeting.startsOn, move.startsOn);
  const read = steps.filter(
    (it) => it.kind === "CHECKPOINT" && it.startsOn < meeting.startsOn && it.endsOn >= meeting.startsOn,
  );
  for (const step of steps) {
    if (step.settled || step === meeting) continue;
    const { startsOn, endsOn } = step;
    const later = (day: Day) => addDays(day, days);
    const start = startsOn > today ? later(startsOn) : startsOn;
    if (read.includes(step)) held.set(step.id, { startsOn: start, endsOn: later(endsOn) });
    else if (step.kind === "PREPARATION" && endsOn === addDays(meeting.startsOn, -1))
      held.set(step.id, { startsOn: start, endsOn: later(endsOn) < start ? start : later(endsOn) });
    else if (step.kind === "ONLINE_EXCHANGE" && startsOn === meeting.startsOn)
      held.set(step.id, { startsOn: start, endsOn });
    else if (step.kind === "ONLINE_EXCHANGE" && read.some(({ objective }) => objective === step.objective))
      held.set(step.id, { startsOn, endsOn: endsOn > today ? later(endsOn) : endsOn });
  }
  return held;
}

/**
 * Moves all that is to come by some days, and the end of what is under way or late. Moving it back by as many days
 * gives the calendar as it was.
 */
export function shiftAll(steps: readonly Step[], days: number, today: Day): Rearranged {
  const now = steps.map((step) => {
    if (step.settled) return step;
    const startsOn = step.startsOn > today ? addDays(step.startsOn, days) : step.startsOn;
    return { ...step, startsOn, endsOn: addDays(step.endsOn, days) };
  });
  for (const [place, step] of now.entries()) {
    const was = steps[place]!;
    if (was.startsOn > today && step.startsOn <= today) return refused("IN_THE_PAST", "days", step.id, today);
    if (step.endsOn < step.startsOn) return refused("DATES_CROSSED", "days", step.id, step.startsOn);
    const lacks = now.slice(0, place).map((before, at) => lacking(before, step, [steps[at]!, was]));
    if (!step.settled && Math.max(0, ...lacks) > 0)
      return refused("TOO_EARLY", "days", step.id, addDays(step.startsOn, Math.max(...lacks)));
  }
  return { moves: changed(steps, now), obstacle: null };
}

const changed = (steps: readonly Step[], now: readonly Step[]): Move[] =>
  now
    .filter(({ startsOn, endsOn }, place) => startsOn !== steps[place]!.startsOn || endsOn !== steps[place]!.endsOn)
    .map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn }));

/** A step of a calendar in time: what people do about it is written down, the rest is read from its dates. */
export type StepState = "PLANNED" | "CURRENT" | "LATE" | "DONE" | "CANCELLED";

/** Steps that end at their date by themselves: a meeting, the end of a questionnaire. */
const endsByItself = (kind: StepKind) => kind === "MEETING" || kind === "ONLINE_EXCHANGE";

export function stateOf(
  { kind, startsOn, endsOn, doneOn, cancelled }: Dates & { kind: StepKind; doneOn: Day | null; cancelled: boolean },
  today: Day,
): StepState {
  if (cancelled) return "CANCELLED";
  if (doneOn) return "DONE";
  if (endsOn < today) return endsByItself(kind) ? "DONE" : "LATE";
  return startsOn <= today ? "CURRENT" : "PLANNED";
}

/** The steps that wait for one that is late: what follows it and is spaced from its end, or meets about it. */
export function waitingFor(steps: readonly Step[], late: Step): Step[] {
  const following = steps.slice(steps.indexOf(late) + 1).filter(({ settled }) => !settled);
  const next = [
    following.find(meets),
    following.find(({ kind }) => kind === late.kind),
    following.find(({ kind }) => kind === "HANDOVER"),
  ];
  return following.filter((step) => next.includes(step));
}
