import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { MinutesDesk_minutes } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { editMinutes } from "./minutes.mutations.tsx";
import styles from "./Minutes.module.css";

const counts = ["present", "remote", "excused", "regions"] as const;
const labels = {
  present: m.minutes_present,
  remote: m.minutes_remote,
  excused: m.minutes_excused,
  regions: m.minutes_regions,
};

/** Attendance, in figures and in a sentence, and the questions left open. */
export function MinutesHead({ minutes }: { minutes: MinutesDesk_minutes }) {
  const { id, version, facts, openQuestions } = minutes;
  const act = useAct(editMinutes);
  // The version that was read: a refusal shows the one in force, and what was typed stays.
  const [read, setRead] = useState(version);
  const stale = act.problems.some(({ code }) => code === "STALE");
  const name = `minutes:${id}`;
  const send = async (fields: FormData) => {
    const text = (field: string) => (fields.get(field) as string | null) ?? "";
    const done = await act.run({
      id,
      version: stale ? version : read,
      ...{
        present: Number(text("present")) || 0,
        excused: Number(text("excused")) || 0,
        remote: Number(text("remote")) || 0,
        regions: Number(text("regions")) || 0,
      },
      facts: text("facts"),
      openQuestions: text("openQuestions")
        .split("\n")
        .filter((line) => line.trim() !== ""),
    });
    if (done?.minutes) {
      forgetKept(name);
      setRead(done.minutes.version);
    }
  };
  return (
    <Form label={m.minutes_head()} problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)}>
      {stale && <Notice tone="warn">{m.minutes_head_stale({ facts })}</Notice>}
      <div className={styles.row}>
        {counts.map((count) => (
          <TextField
            key={count}
            name={count}
            type="number"
            inputMode="numeric"
            min={0}
            label={labels[count]()}
            defaultValue={minutes[count]}
          />
        ))}
      </div>
      <WritingArea
        name="facts"
        label={m.minutes_facts()}
        help={m.minutes_facts_help()}
        rows={2}
        maxLength={limits["minutes.facts"]}
        defaultValue={facts}
      />
      <WritingArea
        name="openQuestions"
        label={m.minutes_questions()}
        help={m.minutes_questions_help()}
        optional
        rows={3}
        defaultValue={openQuestions.join("\n")}
      />
      <KeptFields name={name} version={version} />
      <Failed because={act.failed} />
      {act.done && (
        <Notice tone="done" live>
          {m.minutes_saved()}
        </Notice>
      )}
      <Button type="submit">{m.minutes_save()}</Button>
    </Form>
  );
}
