import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import type { LaunchedObjective } from "../../graphql/operations.generated.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { keptId } from "../../ui/keptKey.ts";
import { useAct } from "../../ui/useAct.ts";
import { editingPlace, useEditing } from "../../ui/useEditing.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { createObjective, editObjective } from "./launch.mutations.tsx";

interface Words {
  name: string;
  question: string;
  expectedOutput: string;
}

const labels: Record<keyof Words | "reason", () => string> = {
  name: m.launch_objective_name,
  question: m.launch_objective_question,
  expectedOutput: m.launch_objective_output,
  reason: m.launch_reason,
};
const labelOf = (field: string) => labels[field as keyof typeof labels]?.();

/** Name, question and output of an objective. */
const WordsFields = ({ words, set }: { words: Words; set: (change: Partial<Words>) => void }) => (
  <>
    <TextField
      name="name"
      data-most={limits["objective.name"]}
      label={labels.name()}
      autoComplete="off"
      value={words.name}
      onChange={({ currentTarget: { value } }) => set({ name: value })}
    />
    <WritingArea
      name="question"
      label={labels.question()}
      rows={2}
      maxLength={limits["objective.question"]}
      value={words.question}
      onChange={({ currentTarget: { value } }) => set({ question: value })}
    />
    <WritingArea
      name="expectedOutput"
      label={labels.expectedOutput()}
      rows={2}
      maxLength={limits["objective.expectedOutput"]}
      value={words.expectedOutput}
      onChange={({ currentTarget: { value } }) => set({ expectedOutput: value })}
    />
  </>
);

interface WordProps {
  objective: LaunchedObjective;
  /** True once its group is open: what it said is kept, with the reason. */
  reasoned?: boolean;
  onDone: () => void;
}

/** Words an objective anew. */
export function WordObjective({ objective, reasoned = false, onDone }: WordProps) {
  const { id, slug, name, question, expectedOutput, version } = objective;
  const act = useAct(editObjective);
  const editing = useEditing<Words & { reason: string }>({
    id: `objective ${id}`,
    name,
    version,
    fields: { name, question, expectedOutput, reason: "" },
    save: async ({ reason, ...words }, _, at) =>
      !!(await act.run({ objective: slug, version: at, words, ...(reasoned && { reason }) })),
  });
  return (
    <Form
      problems={act.problems.filter(({ code }) => code !== "STALE")}
      busy={act.busy}
      label={name}
      labelOf={labelOf}
      onSubmit={async () => {
        if (!(await editing.submit())) return;
        // The reason is no part of the objective: it would be taken for something typed since.
        editing.forget();
        onDone();
      }}
    >
      <SavedByBoth editing={editing} labelOf={(field) => labels[field]()} show={(_, value) => value} />
      <WordsFields words={editing.mine} set={editing.set} />
      {reasoned && (
        <WritingArea
          name="reason"
          label={m.launch_reason()}
          help={m.launch_reason_help()}
          rows={2}
          value={editing.mine.reason}
          onChange={({ currentTarget: { value } }) => editing.set({ reason: value })}
        />
      )}
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary>
          {m.launch_save()}
        </Button>
        <Button
          onClick={() => {
            editing.revert();
            onDone();
          }}
        >
          {m.launch_leave()}
        </Button>
      </div>
    </Form>
  );
}

const none: Words = { name: "", question: "", expectedOutput: "" };

interface NewProps {
  group: string;
  open: boolean;
  /** Once it is there, and no longer kept: the form begins anew. */
  onMade: () => void;
}

/** One objective more. */
export function NewObjective({ group, open, onMade }: NewProps) {
  const id = `objective new ${group}`;
  const key = useRef<string>(undefined);
  const act = useAct(createObjective, ["GroupLaunchPage"]);
  const save = async (words: Words) => {
    const isDone = !!(await act.run({ key: (key.current ??= keptId(editingPlace(id))), group, words }));
    if (isDone) {
      // The page has drawn the form anew already, with what the device still had.
      forgetKept(editingPlace(id));
      onMade();
    }
    return isDone;
  };
  const editing = useEditing<Words>({
    id,
    name: m.launch_objective_add(),
    version: 0,
    fields: none,
    save,
  });
  const { mine, set } = editing;
  return (
    <Disclosure summary={m.launch_objective_add()} open={open}>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.launch_objective_add()}
        labelOf={labelOf}
        onSubmit={() => void save(mine)}
      >
        <WordsFields words={mine} set={set} />
        <KeptEditing editing={editing} />
        <Failed because={act.failed} />
        <Button type="submit">{m.launch_objective_make()}</Button>
      </Form>
    </Disclosure>
  );
}
