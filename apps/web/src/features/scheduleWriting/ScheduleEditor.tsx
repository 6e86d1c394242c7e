import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import { type Move, rearrange, shiftAll } from "@cahier/schema/calendar/move";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { BeyondKnown } from "./BeyondKnown.tsx";
import { type EditedGroup, moveSchedule } from "./schedule.mutations.tsx";
import { ScheduleMoves } from "./ScheduleMoves.tsx";
import { sayScheduleProblems } from "./scheduleProblems.ts";
import { problemOf, stepOf } from "./scheduleWords.ts";
import { StepList } from "./StepList.tsx";
import { Strip } from "./Strip.tsx";

sayScheduleProblems();

/** Dates that somebody asked for and did not save yet: some steps, or all that is to come. */
export type Asked = { moves: Move[] } | { days: number };

interface Props {
  group: EditedGroup;
  periods: readonly BusyPeriod[];
  objectives: readonly { slug: string; number: number; name: string }[];
  today: string;
}

/** A calendar that moves: drawn, then as a list; what a move brings about is told before it is saved. */
export function ScheduleEditor({ group, periods, objectives, today }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [saved, setSaved] = useState<Asked | null>(null);
  const act = useAct(moveSchedule);
  const { slug, milestones, scheduleVersion: version } = group;
  const steps = milestones.map(stepOf);
  const told = asked && ("days" in asked ? shiftAll(steps, asked.days, today) : rearrange(steps, asked.moves, today));
  const moves = told?.moves ?? [];
  const ask = (next: Asked | null) => {
    setAsked(next);
    setSaved(null);
    act.reset();
  };
  const move = (one: Move) => {
    ask({ moves: [one] });
    const { obstacle } = rearrange(steps, [one], today);
    return obstacle ? problemOf(obstacle) : null;
  };

  /** The way back: as it was before, step by step, or as many days. */
  const backFrom = (done: Asked): Asked =>
    "days" in done
      ? { days: -done.days }
      : {
          moves: moves
            .map(({ id }) => steps.find((step) => step.id === id)!)
            .map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn })),
        };

  /** The save on its way: a press meanwhile waits, and goes with what is typed by then where that one is refused. */
  const way = useRef<ReturnType<typeof act.run>>(null);
  const save = async (what: Asked, reason: string): Promise<boolean> => {
    if (way.current) return (await way.current) ? false : save(what, reason);
    const back = backFrom(what);
    way.current = act.run({ group: slug, version, ...what, reason, preview: false });
    const done = await way.current;
    way.current = null;
    // A way back that was refused is shown as any other move, with the reason why.
    if (!done) {
      setAsked(what);
      return false;
    }
    setAsked(null);
    setSaved(what === saved ? null : back);
    return true;
  };

  const shown = milestones.map((step) => ({ ...step, ...moves.find(({ id }) => id === step.id) }));
  return (
    <>
      <div className="cluster no-print">
        <Button onClick={() => ask({ days: 7 })}>{m.scheduleWriting_week_later()}</Button>
        <Button onClick={() => ask({ days: -7 })}>{m.scheduleWriting_week_earlier()}</Button>
        <PrintButton>{m.scheduleWriting_print()}</PrintButton>
      </div>
      <BeyondKnown periods={periods} lastDay={shown.at(-1)?.endsOn ?? today} />
      <Strip steps={shown} before={milestones} periods={periods} today={today} onMove={move} />
      {asked && told && (
        <ScheduleMoves
          moves={moves}
          steps={milestones}
          periods={periods}
          today={today}
          obstacle={told.obstacle && problemSentence(problemOf(told.obstacle))}
          act={act}
          kept={`scheduleMoves:${slug}`}
          onSave={(reason) => save(asked, reason)}
          onLeave={() => ask(null)}
        />
      )}
      {saved && (
        <Notice tone="done" live>
          {m.scheduleWriting_saved()}{" "}
          <Button small disabled={act.busy} onClick={() => void save(saved, m.scheduleWriting_undo_reason())}>
            {m.scheduleWriting_undo()}
          </Button>
        </Notice>
      )}
      <StepList group={group} moves={moves} periods={periods} objectives={objectives} today={today} onMove={move} />
    </>
  );
}
