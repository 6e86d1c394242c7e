import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { addMilestone } from "./schedule.mutations.tsx";
import styles from "./ScheduleWriting.module.css";
import { datesIn, StepFields, wordsIn } from "./StepFields.tsx";

interface Props {
  group: string;
  objectives: readonly { slug: string; number: number; name: string }[];
}

/** One more step in a calendar. */
export function AddStep({ group, objectives }: Props) {
  const act = useAct(addMilestone);
  const key = useRef<string>(undefined);
  const [count, setCount] = useState(0);
  const kept = `milestone:new:${group}`;
  const send = (fields: FormData) => {
    const input = { group, words: wordsIn(fields), ...datesIn(fields) };
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptKey(kept, input);
    return act.run({ key: key.current, ...input });
  };
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      label={m.scheduleWriting_add()}
      onSubmit={send}
      onSent={() => {
        key.current = undefined;
        setCount(count + 1);
      }}
      key={count}
    >
      <StepFields objectives={objectives} />
      <div className={styles.dates}>
        <TextField name="startsOn" type="date" label={m.scheduleWriting_starts()} />
        <TextField name="endsOn" type="date" label={m.scheduleWriting_ends()} />
      </div>
      <Failed because={act.failed} />
      {act.done && (
        <Notice tone="done" live>
          {m.scheduleWriting_added()}
        </Notice>
      )}
      <div>
        <Button type="submit">{m.scheduleWriting_add()}</Button>
      </div>
    </KeptForm>
  );
}
