import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import { publicHolidayOn } from "@cahier/schema/calendar/busy";
import { addDays, daysBetween } from "@cahier/schema/calendar/days";
import type { Move } from "@cahier/schema/calendar/move";
import { m } from "@cahier/schema/messages";
import type { KeyboardEvent, PointerEvent } from "react";
import { useRef } from "react";
import { formatDate, monthShown, withoutYear } from "../../i18n/dates.ts";
import { monthsBetween, placeOf } from "../../shared/scheduleScale.ts";
import type { EditedStep } from "./schedule.mutations.tsx";
import { datesOf } from "./scheduleWords.ts";
import styles from "./Strip.module.css";
import { Key } from "../../ui/Key.tsx";
import { contentLang } from "../../i18n/content.ts";

/** A step as it is drawn; steps that are only drawn have no more. */
export type StripStep = Pick<EditedStep, "id" | "kind" | "label" | "startsOn" | "endsOn"> &
  Partial<Pick<EditedStep, "state" | "objective">>;

interface Props {
  steps: readonly StripStep[];
  /** As they were before they moved: where they stood is drawn too. */
  before: readonly StripStep[];
  periods: readonly BusyPeriod[];
  today?: string;
  /** Present if steps can be moved. */
  onMove?: (move: Move) => void;
}

interface UprightProps {
  className: string | undefined;
  x: string;
  top: number;
  bottom: number;
}

/** A day as a line down the drawing. */
const Upright = ({ className, x, top, bottom }: UprightProps) => (
  <line className={className} x1={x} x2={x} y1={top} y2={bottom} aria-hidden="true" />
);

const head = 44;
const row = 40;

/** A calendar from left to right, one line an objective, meetings across: a step is dragged, or moved by arrows. */
export function Strip({ steps, before, periods, today, onMove }: Props) {
  const frame = useRef<SVGSVGElement>(null);
  const all = [...steps, ...before];
  const from = addDays(
    all.reduce((least, it) => (it.startsOn < least ? it.startsOn : least), all[0]!.startsOn),
    -10,
  );
  const to = addDays(
    all.reduce((most, it) => (it.endsOn > most ? it.endsOn : most), all[0]!.endsOn),
    10,
  );
  const place = placeOf(from, to);
  const lines = linesOf(steps);
  const bottom = head + lines.length * row + 12;
  const meetings = steps.filter(meets);
  const days = daysBetween(from, to);
  /** Days that a distance in pixels is worth. */
  const daysOf = (pixels: number) => Math.round((pixels / (frame.current?.clientWidth || 1)) * days);
  const grip = (step: StripStep) => ({ step, was: before.find(({ id }) => id === step.id) ?? step, daysOf, onMove });
  const months = monthsBetween(from, to);
  return (
    <figure className={styles.strip} aria-label={m.scheduleWriting_strip()}>
      <svg width="100%" height={bottom + 68} ref={frame}>
        {periods
          .filter(({ startsOn, endsOn }) => endsOn > from && startsOn < to)
          .map(({ name, zone, startsOn, endsOn }) => (
            <rect
              className={styles.holiday}
              x={place(startsOn)}
              width={place(addDays(endsOn, 1), startsOn)}
              y="26"
              height={bottom - 26}
              key={`${name}${zone}${startsOn}`}
            >
              <title>{name}</title>
            </rect>
          ))}
        {months.map((month, at) => (
          <g key={month} aria-hidden="true">
            <Upright className={styles.grid} x={place(month)} top={4} {...{ bottom }} />
            {(months.length < 14 || at % 2 === 0) && Number.parseFloat(place(month)) < 94 && (
              <text className={styles.month} x={place(month)} dx="6" y="18">
                {monthShown(month, months[0]!)}
              </text>
            )}
          </g>
        ))}
        {Array.from({ length: days }, (_, at) => addDays(from, at))
          .filter(publicHolidayOn)
          .map((day) => (
            <Upright className={styles.off} x={place(day)} top={26} {...{ bottom }} key={day} />
          ))}
        {today && today > from && today < to && (
          <Upright className={styles.today} x={place(today)} top={26} {...{ bottom }} />
        )}
        {meetings.map(({ id, startsOn }) => (
          <Upright className={styles.meeting} x={place(startsOn)} top={34} {...{ bottom }} key={id} />
        ))}
        {before
          .filter(meets)
          .map(({ id, startsOn }) =>
            steps.some((it) => it.id === id && it.startsOn !== startsOn) ? (
              <circle className={styles.ghost} cx={place(startsOn)} cy={bottom + 14} r="12" key={id} />
            ) : null,
          )}
        {lines.map((line, at) =>
          line.map((step) => (
            <Grip {...grip(step)} key={step.id}>
              <svg
                x={place(step.startsOn)}
                y={head + at * row}
                width={place(addDays(step.endsOn, 1), step.startsOn)}
                height="32"
                className={`${styles.bar} ${styles[step.kind]} ${step.state ? styles[step.state] : ""}`}
              >
                <rect x="1" y="1" width="100%" height="30" rx="4" />
                <foreignObject x="8" y="0" width="100%" height="32" className={styles.label}>
                  <span lang={contentLang()}>{step.label}</span>
                </foreignObject>
              </svg>
            </Grip>
          )),
        )}
        {meetings.map((step, at) => (
          <Grip {...grip(step)} key={step.id}>
            <svg x={place(step.startsOn)} y={bottom} overflow="visible" className={styles.day}>
              <circle cx={besideOf(meetings, at)} cy="14" r="12" />
              <text x={besideOf(meetings, at)} y="19" className={styles.number}>
                {at + 1}
              </text>
              {meetings[at - 1]?.startsOn !== step.startsOn && (
                <text y={isNear(step, meetings[at - 1], days) && at % 2 ? 60 : 44} className={styles.date}>
                  {withoutYear(formatDate(step.startsOn, "short"))}
                </text>
              )}
            </svg>
          </Grip>
        ))}
      </svg>
      <ul className={styles.legend} aria-label={m.scheduleWriting_legend()}>
        <li data-kind="ONLINE_EXCHANGE">{m.scheduleWriting_legend_open()}</li>
        <li data-kind="CHECKPOINT">{m.scheduleWriting_legend_checkpoint()}</li>
        <li data-kind="HOLIDAY">{m.scheduleWriting_legend_holiday()}</li>
        <li data-kind="MEETING">{m.scheduleWriting_legend_meeting()}</li>
        {onMove && (
          <li className="no-print">
            {m.scheduleWriting_legend_keys()} <Key>←</Key> <Key>→</Key>
          </li>
        )}
      </ul>
    </figure>
  );
}

/** True if two days would be written over each other. */
const isNear = ({ startsOn }: StripStep, before: StripStep | undefined, days: number) =>
  !!before && daysBetween(before.startsOn, startsOn) < days / 10;

/** Pixels beside its day at which a mark is drawn: two of one day stand side by side, so that each can be taken. */
const besideOf = (meetings: readonly StripStep[], at: number) => {
  const on = meetings[at]!.startsOn;
  return meetings[at + 1]?.startsOn === on ? -13 : meetings[at - 1]?.startsOn === on ? 13 : 0;
};

const meets = ({ kind }: Pick<StripStep, "kind">) => kind === "MEETING" || kind === "PRESENTATION";

/** Bars, one line an objective; those of no objective share lines where they do not meet. */
function linesOf(steps: readonly StripStep[]): StripStep[][] {
  const lines: StripStep[][] = [];
  const named = new Map<string, StripStep[]>();
  for (const step of steps.filter((it) => !meets(it))) {
    const name = step.objective?.id;
    const known =
      name === undefined
        ? lines.find((line) => line.at(-1)!.endsOn < step.startsOn && !line[0]!.objective)
        : named.get(name);
    const line = known ?? [];
    line.push(step);
    if (known) continue;
    if (name !== undefined) named.set(name, line);
    lines.push(line);
  }
  return lines;
}

interface GripProps {
  step: StripStep;
  was: StripStep;
  daysOf: (pixels: number) => number;
  onMove?: (move: Move) => void;
  children: React.ReactNode;
}

/** A step that can be taken by a pointer, or moved by keys: a day by arrows, a week by Page Up and Page Down. */
function Grip({ step, was, daysOf, onMove, children }: GripProps) {
  const taken = useRef<number | null>(null);
  const name = m.scheduleWriting_step_at({ label: step.label, dates: datesOf(step) });
  const fixed = step.state === "DONE" || step.state === "CANCELLED";
  if (!onMove || fixed)
    return (
      <g>
        <title>{name}</title>
        {children}
      </g>
    );
  const by = (days: number, of: StripStep) =>
    onMove({ id: step.id, startsOn: addDays(of.startsOn, days), endsOn: addDays(of.endsOn, days) });
  const byKey = (event: KeyboardEvent) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[event.key];
    if (!days) return;
    event.preventDefault();
    by(days, step);
  };
  const drag = (event: PointerEvent) => {
    if (taken.current !== null) by(daysOf(event.clientX - taken.current), was);
  };
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no range control can stand within a drawing
      role="slider"
      tabIndex={0}
      className={styles.grip}
      aria-label={step.label}
      aria-valuetext={datesOf(step)}
      aria-valuenow={daysBetween(was.startsOn, step.startsOn)}
      aria-valuemin={-366}
      aria-valuemax={366}
      onKeyDown={byKey}
      onPointerDown={(event) => {
        taken.current = event.clientX;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => (taken.current = null)}
    >
      {children}
    </g>
  );
}
