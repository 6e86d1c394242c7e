import type { BusyPeriod, PublicHolidayName } from "@cahier/schema/calendar/busy";
import { periodsOn, publicHolidayOn } from "@cahier/schema/calendar/busy";
import { following } from "@cahier/schema/calendar/follow";
import type { Remark } from "@cahier/schema/calendar/draw";
import type { Obstacle, Step } from "@cahier/schema/calendar/move";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { dayOf, formatDate } from "../../i18n/dates.ts";
import type { Problem } from "../../ui/problems.ts";
import type { EditedStep } from "./schedule.mutations.tsx";

const holidayNames: Record<PublicHolidayName, () => string> = {
  NEW_YEAR: m.scheduleWriting_holiday_NEW_YEAR,
  EASTER_MONDAY: m.scheduleWriting_holiday_EASTER_MONDAY,
  LABOUR_DAY: m.scheduleWriting_holiday_LABOUR_DAY,
  VICTORY_DAY: m.scheduleWriting_holiday_VICTORY_DAY,
  ASCENSION: m.scheduleWriting_holiday_ASCENSION,
  WHIT_MONDAY: m.scheduleWriting_holiday_WHIT_MONDAY,
  NATIONAL_DAY: m.scheduleWriting_holiday_NATIONAL_DAY,
  ASSUMPTION: m.scheduleWriting_holiday_ASSUMPTION,
  ALL_SAINTS: m.scheduleWriting_holiday_ALL_SAINTS,
  ARMISTICE: m.scheduleWriting_holiday_ARMISTICE,
  CHRISTMAS: m.scheduleWriting_holiday_CHRISTMAS,
};

const named = (holiday: PublicHolidayName | null, names: readonly string[]) =>
  [...(holiday ? [holidayNames[holiday]()] : []), ...names].join(", ");

/** « Ascension, Vacances de printemps »: what a day falls on; nothing for most days. */
export const fallsOn = (day: string, periods: readonly BusyPeriod[]) =>
  named(publicHolidayOn(day), [
    ...new Set(periodsOn(day, periods).map(({ name, zone }) => (zone ? m.scheduleWriting_zone({ name, zone }) : name))),
  ]);

export const datesOf = ({ startsOn, endsOn }: Pick<Step, "startsOn" | "endsOn">) =>
  startsOn === endsOn
    ? formatDate(startsOn, "time")
    : m.scheduleWriting_from_to({ from: formatDate(startsOn, "short"), to: formatDate(endsOn, "short") });

/** A remark as it is told: questionnaires that are open too short are told together, since one act repairs them all. */
type Told = Exclude<Remark, { kind: "SHORT" }> | { kind: "SHORT"; objectives: number[]; days: number[] };

export function asTold(remarks: readonly Remark[]): Told[] {
  const short = remarks.filter((remark) => remark.kind === "SHORT");
  const others = remarks.filter((remark) => remark.kind !== "SHORT");
  if (short.length === 0) return others;
  return [
    ...others,
    { kind: "SHORT", objectives: short.map(({ objective }) => objective), days: short.map(({ days }) => days) },
  ];
}

const listOf = (numbers: number[]) => new Intl.ListFormat(getLocale()).format(numbers.map(String));

export function remarkSentence(remark: Told): string {
  if (remark.kind === "SHORT") {
    const { objectives, days } = remark;
    // At least two weeks are left: days are always several.
    return m.scheduleWriting_short({
      count: objectives.length,
      objectives: listOf(objectives),
      days: listOf([...new Set(days)]),
    });
  }
  const why = named(remark.holiday, remark.periods);
  const { meeting } = remark;
  if (remark.kind === "BUSY")
    return why
      ? m.scheduleWriting_busy({ meeting, date: formatDate(remark.on, "short"), why })
      : m.scheduleWriting_weekend({ meeting, date: formatDate(remark.on, "time") });
  const dates = { meeting, from: formatDate(remark.from, "short"), to: formatDate(remark.to, "short") };
  return why ? m.scheduleWriting_moved({ ...dates, why }) : m.scheduleWriting_moved_for_time(dates);
}

/** Sentences on the questionnaires of a step that moves: those that follow it, and those that stay. */
export const followed = (step: EditedStep, to: Pick<Step, "startsOn" | "endsOn">, today: string) =>
  (step.kind === "ONLINE_EXCHANGE" ? (step.objective?.composed ?? []) : []).flatMap(({ questionnaire }) => {
    const { title, state } = questionnaire;
    if (state === "DRAFT" || state === "ARCHIVED") return [];
    const days = { state, opensOn: dayOf(questionnaire.opensAt), closesOn: dayOf(questionnaire.closesAt) };
    const found = following(step, to, days, today);
    const until = { startsOn: found?.opensOn ?? days.opensOn, endsOn: found?.closesOn ?? days.closesOn };
    return found
      ? m.scheduleWriting_questionnaire_follows({ title, dates: datesOf(until) })
      : m.scheduleWriting_questionnaire_stays({ title, dates: datesOf(until) });
  });

/** A sentence where a calendar goes further than school holidays are known; null for one that does not. */
export function beyondKnown(periods: readonly BusyPeriod[], lastDay: string) {
  const known = periods
    .flatMap(({ kind, endsOn }) => (kind === "SCHOOL" ? endsOn : []))
    .toSorted()
    .at(-1);
  if (known === undefined) return m.scheduleWriting_known_none();
  return lastDay > known ? m.scheduleWriting_known_until({ date: formatDate(known) }) : null;
}

/** An obstacle to a move, as the API would tell it. */
export const problemOf = ({ code, field, value }: Obstacle): Problem => ({
  code,
  field,
  value: value?.split("-").toReversed().join("/"),
});

export const stateWords: Record<EditedStep["state"], () => string> = {
  PLANNED: m.scheduleWriting_state_PLANNED,
  CURRENT: m.scheduleWriting_state_CURRENT,
  LATE: m.scheduleWriting_state_LATE,
  DONE: m.scheduleWriting_state_DONE,
  CANCELLED: m.scheduleWriting_state_CANCELLED,
};

/** A line of a calendar, as it moves. */
export const stepOf = ({ id, kind, objective, startsOn, endsOn, doneOn, cancelledReason }: EditedStep): Step => ({
  id,
  kind,
  objective: objective?.id ?? null,
  startsOn,
  endsOn,
  settled: doneOn !== null || cancelledReason !== null,
});
