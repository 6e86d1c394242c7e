import { type BusyPeriod, costOf, periodsOn, publicHolidayOn, workingDayFrom, workingDayUpTo } from "./busy.ts";
import type { PublicHolidayName } from "./busy.ts";
import { addDays, type Day, daysBetween, weekdayOf } from "./days.ts";

/** The kinds of steps of a calendar, as the contract names them. */
export type StepKind = "PREPARATION" | "MEETING" | "ONLINE_EXCHANGE" | "CHECKPOINT" | "PRESENTATION" | "HANDOVER";

/** Days between the closing of a questionnaire and the day its synthesis circulates, at least. */
export const daysToRead = 7;

/** Days a questionnaire is open, at least, in a calendar that is drawn; fewer than the second number is told as short. */
export const daysToAnswer = 14;
const shortToAnswer = 21;

/** Weeks between two meetings: what may be asked for. */
export const leastWeeks = 4;
export const mostWeeks = 12;

/** The most objectives of a calendar that is drawn. */
export const mostObjectives = 12;

/** All that a calendar is drawn from. */
export interface Drawing {
  /** The day the proposals are presented. */
  lastDay: Day;
  /** Weeks between two meetings. */
  weeks: number;
  /** Number of objectives, each with its questionnaire and its synthesis. */
  objectives: number;
  /** Day of the week of the meetings before the last one, from 1 for Monday; that of the last day by default. */
  weekday?: number;
  /** Days that are chosen for some meetings, by number, whatever their cost: « remettre le 21 ». */
  kept?: Readonly<Record<number, Day>>;
  /** Days on which few people come. */
  periods: readonly BusyPeriod[];
}

export interface DrawnStep {
  kind: StepKind;
  /** Number of the meeting or of the objective; 0 for a step that has none. */
  number: number;
  startsOn: Day;
  endsOn: Day;
}

/** A thing to know about a calendar before it is saved. */
export type Remark =
  | { kind: "MOVED"; meeting: number; from: Day; to: Day; holiday: PublicHolidayName | null; periods: string[] }
  | { kind: "BUSY"; meeting: number; on: Day; holiday: PublicHolidayName | null; periods: string[] }
  | { kind: "SHORT"; objective: number; days: number };

export interface Drawn {
  /** In their order. */
  steps: DrawnStep[];
  remarks: Remark[];
}

/** Days around a meeting: its synthesis circulates before it, so that the questionnaire closes a week before that. */
export function daysBefore(meeting: Day): { closes: Day; circulates: Day } {
  const friday = addDays(meeting, -1 - ((weekdayOf(meeting) + 1) % 7));
  const circulates = workingDayUpTo(friday);
  return { circulates, closes: workingDayUpTo(addDays(circulates, -daysToRead)) };
}

/** The shifts that are tried, in weeks, the nearest first. */
const shifts = [0, 1, -1, 2, -2, -3];

/**
 * Draws a calendar back from its last day: one meeting before each questionnaire, the last one to present. A meeting
 * keeps its distance and is moved by whole weeks away from holidays, as far as there is time to answer.
 */
export function drawBack({ lastDay, weeks, objectives, weekday, kept = {}, periods }: Drawing): Drawn {
  const remarks: Remark[] = [];
  const meetings: Day[] = [lastDay];
  const usual = addDays(lastDay, -((weekdayOf(lastDay) - (weekday ?? weekdayOf(lastDay)) + 7) % 7));
  if (isBusy(lastDay, periods))
    remarks.push({ kind: "BUSY", meeting: objectives + 1, on: lastDay, ...why(lastDay, periods) });
  for (let number = objectives; number >= 1; number--) {
    const { closes } = daysBefore(meetings[0]!);
    const wanted = addDays(usual, -7 * weeks * (objectives + 1 - number));
    const fits = (day: Day) => daysBetween(day, closes) >= daysToAnswer;
    const put = kept[number];
    const chosen = put && fits(put) ? put : bestOf(wanted, fits, periods);
    if (chosen !== wanted)
      remarks.unshift({ kind: "MOVED", meeting: number, from: wanted, to: chosen, ...why(wanted, periods) });
    if (isBusy(chosen, periods))
      remarks.unshift({ kind: "BUSY", meeting: number, on: chosen, ...why(chosen, periods) });
    meetings.unshift(chosen);
  }
  return { steps: stepsOf(meetings, remarks), remarks };
}

/** The day that costs least among those a few weeks around the one wanted; an earlier one where none fits. */
function bestOf(wanted: Day, fits: (day: Day) => boolean, periods: readonly BusyPeriod[]): Day {
  let from = wanted;
  while (!fits(from)) from = addDays(from, -7);
  const cost = (day: Day) => costOf(day, periods) + (publicHolidayOn(day) ? 1000 : 0);
  const days = shifts.map((weeks) => addDays(from, 7 * weeks)).filter(fits);
  return days.reduce((best, day) => (cost(day) < cost(best) ? day : best));
}

/** The steps around the meetings of a calendar, in their order. */
function stepsOf(meetings: readonly Day[], remarks: Remark[]): DrawnStep[] {
  const [first] = meetings;
  const last = meetings.at(-1)!;
  const steps: DrawnStep[] = [
    { kind: "PREPARATION", number: 0, startsOn: addDays(first!, -14), endsOn: addDays(first!, -1) },
  ];
  for (const [place, meeting] of meetings.slice(0, -1).entries()) {
    const number = place + 1;
    const next = meetings[number]!;
    const { closes, circulates } = daysBefore(next);
    steps.push(
      { kind: "MEETING", number, startsOn: meeting, endsOn: meeting },
      { kind: "ONLINE_EXCHANGE", number, startsOn: meeting, endsOn: closes },
      { kind: "CHECKPOINT", number, startsOn: circulates, endsOn: addDays(next, 7) },
    );
    const days = daysBetween(meeting, closes);
    if (days < shortToAnswer) remarks.push({ kind: "SHORT", objective: number, days });
  }
  steps.push({ kind: "PRESENTATION", number: meetings.length, startsOn: last, endsOn: last });
  const carried = handoverAfter(addDays(last, 8));
  steps.push({ kind: "HANDOVER", number: 0, startsOn: carried, endsOn: addDays(carried, 42) });
  return steps;
}

/** Offices are met from a working day on, and not in July or August. */
const handoverAfter = (day: Day): Day =>
  workingDayFrom(["07", "08"].includes(day.slice(5, 7)) ? `${day.slice(0, 4)}-09-01` : day);

const isBusy = (day: Day, periods: readonly BusyPeriod[]) =>
  weekdayOf(day) > 5 || !!publicHolidayOn(day) || periodsOn(day, periods).length > 0;

const why = (day: Day, periods: readonly BusyPeriod[]) => ({
  holiday: publicHolidayOn(day),
  periods: [...new Set(periodsOn(day, periods).map(({ name }) => name))],
});

/** The day before which a calendar would have begun: its preparation may be short, its first meeting is to come. */
const firstMeetingOf = ({ steps }: Drawn): Day => steps.find(({ number }) => number === 1)!.startsOn;

/** Weeks between the last two meetings of a calendar: those that it would be drawn with again. */
export function spacingOf(steps: readonly Pick<DrawnStep, "kind" | "startsOn">[], lastDay: Day): number {
  const before = steps.findLast(({ kind }) => kind === "MEETING");
  const weeks = before ? Math.round(daysBetween(before.startsOn, lastDay) / 7) : leastWeeks;
  return Math.min(mostWeeks, Math.max(leastWeeks, weeks));
}

/** Number of weeks by which a calendar must end later to begin after today; 0 when it does. */
export const weeksTooEarly = (drawn: Drawn, today: Day): number =>
  Math.max(0, Math.ceil((daysBetween(firstMeetingOf(drawn), today) + 1) / 7));
