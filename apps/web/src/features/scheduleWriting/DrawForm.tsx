import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import { addDays, isDay, weekdayOf } from "@cahier/schema/calendar/days";
import { drawBack, leastWeeks, mostWeeks, spacingOf, weeksTooEarly } from "@cahier/schema/calendar/draw";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { getLocale } from "@cahier/schema/runtime";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useUnsaved } from "../../ui/unsaved.ts";
import { useAct } from "../../ui/useAct.ts";
import { BeyondKnown } from "./BeyondKnown.tsx";
import { DrawnDates } from "./DrawnDates.tsx";
import { drawSchedule } from "./schedule.mutations.tsx";
import { sayScheduleProblems } from "./scheduleProblems.ts";
import { asTold, datesOf, remarkSentence } from "./scheduleWords.ts";
import styles from "./ScheduleWriting.module.css";
import { Strip, type StripStep } from "./Strip.tsx";

sayScheduleProblems();

interface Props {
  group: string;
  version: number;
  periods: readonly BusyPeriod[];
  objectives: readonly { slug: string; number: number; name: string }[];
  today: string;
  /** The calendar that is in force, with its last day; none is before a first drawing. */
  inForce?: { lastDay: string; steps: readonly StripStep[] };
}

/** A calendar drawn back from its last day: seen as it is chosen, with what it brings about, then saved. */
export function DrawForm({ group, version, periods, objectives, today, inForce }: Props) {
  const act = useAct(drawSchedule);
  // On a narrow screen dates are shown instead of the bars.
  const [isNarrow] = useState(() => !import.meta.env.SSR && matchMedia("(max-width: 860px)").matches);
  const before = inForce?.lastDay;
  // On a screen of the launch nothing stands between it and the title.
  const Brings = inForce ? "h2" : "h3";
  const usual = inForce ? spacingOf(inForce.steps, inForce.lastDay) : 5;
  const [lastDay, setLastDay] = useState(() => before ?? addDays(today, 30 * 7));
  const [weeks, setWeeks] = useState(usual);
  const [weekday, setWeekday] = useState<number | null>(null);
  const [kept, setKept] = useState<Record<number, string>>({});
  const count = Math.max(1, objectives.length);
  const asked = { lastDay, weeks, objectives: count, weekday: weekday ?? undefined, kept, periods };
  const drawn = isDay(lastDay) && lastDay > today ? drawBack(asked) : null;
  const late = drawn ? weeksTooEarly(drawn, today) : 0;
  const keep = Object.entries(kept).map(([meeting, day]) => ({ meeting: Number(meeting), day }));
  const isChosen = lastDay !== before || weeks !== usual || weekday !== null || keep.length > 0;
  const drawnSteps = (drawn?.steps ?? []).map((step, at) => ({
    ...step,
    // It is saved so: what was to begin before today begins today.
    startsOn: step.startsOn < today ? today : step.startsOn,
    id: `${at}`,
    label: labelOf(step.kind, step.number, objectives[step.number - 1]?.name),
    objective:
      step.number && step.kind !== "MEETING"
        ? { __typename: "Objective" as const, id: `${step.number}`, slug: "", number: step.number, composed: [] }
        : null,
  }));
  // While nothing was chosen, it shows what is in force: a step may have been moved alone.
  const steps: readonly StripStep[] = inForce && !isChosen ? inForce.steps : drawnSteps;
  const remarks = steps.every(({ startsOn, endsOn }, at) => {
    const other = drawnSteps[at];
    return other?.startsOn === startsOn && other.endsOn === endsOn;
  })
    ? asTold(drawn?.remarks ?? [])
    : [];
  // A bar is short: it says the number and the name, its colour says the rest.
  const bars = steps.map((step) => {
    const name = step.objective && objectives[step.objective.number - 1]?.name;
    return name ? { ...step, label: m.schedule_objective({ number: step.objective!.number, name }) } : step;
  });
  const input = { group, version, lastDay, weeks, weekday, objectives: count };
  const send = async () => !!(await act.run({ ...input, kept: keep }));
  useUnsaved("calendar", inForce !== undefined && isChosen, { name: m.scheduleWriting_draw(), save: send });
  return (
    <Form problems={act.problems} busy={act.busy} label={m.scheduleWriting_draw()} onSubmit={() => void send()}>
      <div className={styles.dates}>
        <TextField
          name="lastDay"
          type="date"
          label={m.scheduleWriting_last_day()}
          value={lastDay}
          min={today}
          onChange={(event) => setLastDay(event.target.value)}
        />
        <Select
          name="weeks"
          label={m.scheduleWriting_weeks()}
          value={weeks}
          onChange={(event) => setWeeks(Number(event.target.value))}
        >
          {Array.from({ length: mostWeeks - leastWeeks + 1 }, (_, at) => (
            <option value={leastWeeks + at} key={at}>
              {m.scheduleWriting_weeks_count({ count: leastWeeks + at })}
            </option>
          ))}
        </Select>
        <Select
          name="weekday"
          label={m.scheduleWriting_weekday()}
          value={weekday ?? ""}
          onChange={(event) => setWeekday(Number(event.target.value) || null)}
        >
          <option value="">{m.scheduleWriting_weekday_same()}</option>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <option value={day} key={day}>
              {dayName(day)}
            </option>
          ))}
        </Select>
      </div>
      {drawn && (
        <>
          <Strip steps={bars} before={bars} periods={periods} />
          <Brings className={styles.brings}>{m.scheduleWriting_brings()}</Brings>
          <BeyondKnown periods={periods} lastDay={lastDay} />
          {late > 0 && (
            <Notice tone="warn">
              {m.scheduleWriting_too_close({ date: formatDate(addDays(lastDay, 7 * late)) })}{" "}
              <Button small onClick={() => setLastDay(addDays(lastDay, 7 * late))}>
                {m.scheduleWriting_end_on({ date: formatDate(addDays(lastDay, 7 * late), "short") })}
              </Button>
            </Notice>
          )}
          <ul className={styles.remarks}>
            {remarks.map((remark) => (
              <li key={JSON.stringify(remark)}>
                <Icon name={remark.kind === "SHORT" ? "clock" : "calendar"} size={20} />
                <span>{remarkSentence(remark)}</span>
                {remark.kind === "MOVED" && (
                  <Button small onClick={() => setKept({ ...kept, [remark.meeting]: remark.from })}>
                    {m.scheduleWriting_put_back({ date: formatDate(remark.from, "short") })}
                  </Button>
                )}
                {remark.kind === "SHORT" && (
                  <Button small onClick={() => setLastDay(addDays(lastDay, 7))}>
                    {m.scheduleWriting_end_on({ date: formatDate(addDays(lastDay, 7), "short") })}
                  </Button>
                )}
              </li>
            ))}
            <li>
              <Icon name="tick" size={20} />
              <span>{m.scheduleWriting_fine()}</span>
            </li>
          </ul>
          {isNarrow ? (
            <DrawnDates steps={steps} />
          ) : (
            <Disclosure summary={m.launch_calendar()}>
              <ol className={styles.steps} aria-label={m.scheduleWriting_list()}>
                {steps.map((step) => (
                  <li key={step.id} data-meeting={step.kind === "MEETING" || step.kind === "PRESENTATION" || undefined}>
                    <time dateTime={step.startsOn}>{datesOf(step)}</time>
                    <b>{step.label}</b>
                  </li>
                ))}
              </ol>
            </Disclosure>
          )}
        </>
      )}
      <Failed because={act.failed} />
      {(!inForce || isChosen) && (
        <div>
          <Button type="submit" primary>
            {m.scheduleWriting_draw_save()}
          </Button>
        </div>
      )}
    </Form>
  );
}

/** The name of a day of the week, from 1 for Monday. */
const dayName = (day: number) => {
  const monday = addDays("2024-01-01", day - weekdayOf("2024-01-01"));
  return new Intl.DateTimeFormat(getLocale() === "fr" ? "fr-FR" : "en-GB", { weekday: "long", timeZone: "UTC" }).format(
    new Date(monday),
  );
};

function labelOf(kind: string, number: number, name?: string): string {
  const objective = name ? m.schedule_objective({ number, name }) : `${number}`;
  if (kind === "PREPARATION") return m.schedule_drawn_preparation();
  if (kind === "MEETING") return m.schedule_meeting_number({ number });
  if (kind === "PRESENTATION") return m.schedule_drawn_presentation({ number });
  if (kind === "HANDOVER") return m.schedule_drawn_handover();
  return kind === "CHECKPOINT" ? m.schedule_drawn_checkpoint({ objective }) : m.schedule_drawn_exchange({ objective });
}
