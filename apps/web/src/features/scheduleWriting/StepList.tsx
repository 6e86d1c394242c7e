import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import type { Move } from "@cahier/schema/calendar/move";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";
import type { Problem } from "../../ui/problems.ts";
import type { EditedGroup, EditedStep } from "./schedule.mutations.tsx";
import { datesOf, fallsOn, stateWords } from "./scheduleWords.ts";
import styles from "./ScheduleWriting.module.css";
import { StepActs } from "./StepActs.tsx";

interface Props {
  group: EditedGroup;
  moves: readonly Move[];
  periods: readonly BusyPeriod[];
  objectives: readonly { slug: string; number: number; name: string }[];
  today: string;
  /** Shows what a move brings about; answers with what stands against it. */
  onMove: (move: Move) => Problem | null;
}

const tones: Record<EditedStep["state"], ChipTone> = {
  PLANNED: "toCome",
  CURRENT: "open",
  LATE: "open",
  DONE: "done",
  CANCELLED: "neutral",
};

/** A calendar as a list: what a telephone shows, what is read aloud, what is printed. */
export function StepList({ group, moves, periods, objectives, today, onMove }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ol className={styles.steps} aria-label={m.scheduleWriting_list()}>
      {group.milestones.map((step) => {
        const { id, kind, state, label, startsOn, meeting, heldUp } = step;
        const moved = moves.find((move) => move.id === id);
        const planned = step.plannedStartsOn !== startsOn || step.plannedEndsOn !== step.endsOn;
        const off = fallsOn(startsOn, periods);
        return (
          <li key={id} data-meeting={kind === "MEETING" || kind === "PRESENTATION" || undefined}>
            <time dateTime={startsOn}>{datesOf(step)}</time>
            <div>
              <span className="cluster">
                <b lang={contentLang()}>{label}</b>
                <Chip tone={tones[state]}>{stateWords[state]()}</Chip>
              </span>
              {moved && <small className={styles.late}>{m.scheduleWriting_would_be({ dates: datesOf(moved) })}</small>}
              {state === "LATE" && (
                <small className={styles.late}>
                  {heldUp.length > 0
                    ? m.scheduleWriting_late({
                        held: heldUp.map((it) => `${it.label} (${formatDate(it.startsOn, "short")})`).join(", "),
                      })
                    : m.scheduleWriting_late_alone()}
                </small>
              )}
              {planned && (
                <small>
                  {m.scheduleWriting_planned({
                    dates: datesOf({ startsOn: step.plannedStartsOn, endsOn: step.plannedEndsOn }),
                  })}
                  {step.movedReason && ` ${m.scheduleWriting_because({ reason: step.movedReason })}`}
                </small>
              )}
              {step.doneOn && <small>{m.scheduleWriting_done_on({ date: formatDate(step.doneOn, "short") })}</small>}
              {step.cancelledReason && <small>{m.scheduleWriting_cancelled({ reason: step.cancelledReason })}</small>}
              {off && (kind === "MEETING" || kind === "PRESENTATION") && (
                <small>{m.scheduleWriting_falls_on({ why: off })}</small>
              )}
              {meeting && (
                <Link to={paths.meeting(meeting.slug)} lang={contentLang()}>
                  {meeting.title}
                </Link>
              )}
            </div>
            <Button
              small
              className="no-print"
              aria-expanded={open === id}
              onClick={() => setOpen(open === id ? null : id)}
            >
              {m.scheduleWriting_change()}
              <span className="visually-hidden" lang={contentLang()}>
                {` ${label}, `}
              </span>
              <span className="visually-hidden">{datesOf(step)} </span>
            </Button>
            {open === id && (
              <StepActs
                step={step}
                version={group.scheduleVersion}
                objectives={objectives}
                today={today}
                onMove={onMove}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
