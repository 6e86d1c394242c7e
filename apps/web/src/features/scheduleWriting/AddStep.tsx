import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { newKey } from "../../ui/key.ts";
import { KeptForm } from "../../ui/KeptForm.tsx";
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
  const [key, setKey] = useState(newKey);
  return (
    <KeptForm
      kept={`milestone:new:${group}`}
      problems={act.problems}
      busy={act.busy}
      label={m.scheduleWriting_add()}
      onSubmit={(fields) => act.run({ key, group, words: wordsIn(fields), ...datesIn(fields) })}
      onSent={() => setKey(newKey())}
      key={key}
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
