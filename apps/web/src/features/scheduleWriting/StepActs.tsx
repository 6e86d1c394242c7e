import { isDay } from "@cahier/schema/calendar/days";
import type { Move } from "@cahier/schema/calendar/move";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import {
  cancelMilestone,
  editMilestone,
  type EditedStep,
  finishMilestone,
  resumeMilestone,
} from "./schedule.mutations.tsx";
import styles from "./ScheduleWriting.module.css";
import { datesIn, StepFields, wordsIn } from "./StepFields.tsx";

interface Props {
  step: EditedStep;
  version: number;
  objectives: readonly { slug: string; number: number; name: string }[];
  today: string;
  /** Shows what a move brings about; answers with what stands against it. */
  onMove: (move: Move) => Problem | null;
}

/** Acts on one step: its dates, done, its words, cancelled. */
export function StepActs({ step, version, objectives, today, onMove }: Props) {
  const { id } = step;
  const edit = useAct(editMilestone);
  const cancel = useAct(cancelMilestone);
  const resume = useAct(resumeMilestone);
  const finish = useAct(finishMilestone);
  const settled = step.doneOn !== null || step.cancelledReason !== null;
  return (
    <div data-open className="stack no-print">
      {!settled && <Dates step={step} onMove={onMove} />}
      {step.cancelledReason === null && (
        <Form
          problems={finish.problems}
          busy={finish.busy}
          label={m.scheduleWriting_done()}
          onSubmit={(fields) =>
            void finish.run({ id, version, doneOn: step.doneOn ? null : ((fields.get("doneOn") as string) ?? "") })
          }
        >
          {!step.doneOn && (
            <TextField
              name="doneOn"
              type="date"
              label={m.scheduleWriting_done_field()}
              defaultValue={today}
              max={today}
            />
          )}
          <Failed because={finish.failed} />
          <div>
            <Button small type="submit">
              {step.doneOn ? m.scheduleWriting_not_done() : m.scheduleWriting_done()}
            </Button>
          </div>
        </Form>
      )}
      <Disclosure summary={m.scheduleWriting_words()}>
        <KeptForm
          kept={`milestone:${id}`}
          version={version}
          problems={edit.problems}
          busy={edit.busy}
          label={m.scheduleWriting_words()}
          onSubmit={(fields) => edit.run({ id, version, words: wordsIn(fields) })}
        >
          <StepFields step={step} objectives={objectives} />
          <Failed because={edit.failed} />
          <div>
            <Button small type="submit">
              {m.scheduleWriting_words_save()}
            </Button>
          </div>
        </KeptForm>
      </Disclosure>
      {step.cancelledReason !== null ? (
        <Form problems={resume.problems} busy={resume.busy} onSubmit={() => void resume.run({ id, version })}>
          <Failed because={resume.failed} />
          <div>
            <Button small type="submit">
              {m.scheduleWriting_resume()}
            </Button>
          </div>
        </Form>
      ) : (
        !step.doneOn && (
          <Disclosure summary={m.scheduleWriting_cancel()}>
            <KeptForm
              kept={`milestoneCancel:${id}`}
              problems={cancel.problems}
              busy={cancel.busy}
              label={m.scheduleWriting_cancel()}
              onSubmit={(fields) => cancel.run({ id, version, reason: (fields.get("reason") as string) ?? "" })}
            >
              <WritingArea
                name="reason"
                label={m.scheduleWriting_reason()}
                rows={2}
                maxLength={limits["milestone.reason"]}
              />
              <Failed because={cancel.failed} />
              <div>
                <Button small type="submit">
                  {m.scheduleWriting_cancel_sure()}
                </Button>
              </div>
            </KeptForm>
          </Disclosure>
        )
      )}
    </div>
  );
}

/** Other dates for a step: what they bring about is told above before it is saved. */
function Dates({ step, onMove }: Pick<Props, "step" | "onMove">) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const see = (fields: FormData) => {
    const dates = datesIn(fields);
    const wrong = (["startsOn", "endsOn"] as const).filter((field) => !isDay(dates[field]));
    const crossed = wrong.length === 0 && dates.endsOn < dates.startsOn;
    const obstacle = wrong.length === 0 && !crossed && onMove({ id: step.id, ...dates });
    setProblems([
      ...wrong.map((field) => ({ code: dates[field] ? ("NOT_A_DATE" as const) : ("REQUIRED" as const), field })),
      ...(crossed ? [{ code: "DATES_CROSSED" as const, field: "endsOn", value: dates.startsOn }] : []),
      ...(obstacle ? [obstacle] : []),
    ]);
  };
  return (
    <Form problems={problems} label={m.scheduleWriting_dates()} onSubmit={see}>
      <div className={styles.dates}>
        <TextField name="startsOn" type="date" label={m.scheduleWriting_starts()} defaultValue={step.startsOn} />
        <TextField name="endsOn" type="date" label={m.scheduleWriting_ends()} defaultValue={step.endsOn} />
      </div>
      <div>
        <Button small type="submit">
          {m.scheduleWriting_see_moves()}
        </Button>
      </div>
    </Form>
  );
}
