import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import type { Move } from "@cahier/schema/calendar/move";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, useId } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import type { EditedStep } from "./schedule.mutations.tsx";
import { datesOf, fallsOn, followed } from "./scheduleWords.ts";
import styles from "./ScheduleWriting.module.css";

interface Props {
  moves: readonly Move[];
  steps: readonly EditedStep[];
  periods: readonly BusyPeriod[];
  today: string;
  /** A sentence, where the move cannot be. */
  obstacle: string | null;
  act: { problems: readonly Problem[]; failed: ComponentProps<typeof Failed>["because"] };
  /** Under which the reason is kept on this device. */
  kept: string;
  /** Saves it; true once it is. */
  onSave: (reason: string) => Promise<boolean>;
  onLeave: () => void;
}

/** All that a move brings about, with its reason, before it is saved. */
export function ScheduleMoves({ moves, steps, periods, today, obstacle, act, kept, onSave, onLeave }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={`${styles.moves} no-print`}>
      <h3 id={heading}>{m.scheduleWriting_moves()}</h3>
      <div aria-live="polite">
        {obstacle ? (
          <Notice tone="warn">{obstacle}</Notice>
        ) : (
          <ul>
            {moves.map(({ id, startsOn, endsOn }) => {
              const step = steps.find((it) => it.id === id)!;
              const why = startsOn === step.startsOn ? "" : fallsOn(startsOn, periods);
              return (
                <li key={id}>
                  <b lang={contentLang()}>{step.label}</b>
                  {m.ui_colon()}
                  <s>{datesOf(step)}</s> <span aria-hidden="true">→</span> {datesOf({ startsOn, endsOn })}
                  {step.meeting && ` · ${m.scheduleWriting_meeting_told()}`}
                  {followed(step, { startsOn, endsOn }, today).map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  {why && <small className={styles.late}>{m.scheduleWriting_falls_on({ why })}</small>}
                </li>
              );
            })}
          </ul>
        )}
        {!obstacle && moves.length === 0 && <p>{m.scheduleWriting_nothing_moves()}</p>}
      </div>
      <KeptForm
        kept={kept}
        problems={act.problems}
        label={m.scheduleWriting_moves()}
        onSubmit={(fields) => onSave((fields.get("reason") as string | null) ?? "")}
      >
        {!obstacle && moves.length > 0 && (
          <WritingArea
            name="reason"
            label={m.scheduleWriting_reason()}
            help={m.scheduleWriting_reason_help()}
            rows={2}
            maxLength={limits["milestone.reason"]}
          />
        )}
        <Failed because={act.failed} />
        <div className="cluster">
          {!obstacle && moves.length > 0 && (
            <Button type="submit" primary>
              {m.scheduleWriting_save()}
            </Button>
          )}
          <Button onClick={onLeave}>{m.scheduleWriting_leave()}</Button>
        </div>
      </KeptForm>
    </section>
  );
}
