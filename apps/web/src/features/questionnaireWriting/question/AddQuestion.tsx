import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import choice from "../../../ui/Choice.module.css";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Form } from "../../../ui/Form.tsx";
import { KeptEditing } from "../../../ui/KeptFields.tsx";
import type { ComposedQuestionnaire, QuestionType, Section } from "../composed.tsx";
import { linesOf } from "./pasted.ts";
import { TypeSelect } from "./TypeSelect.tsx";
import { SayContext } from "../SayContext.ts";
import { TextArea } from "../TextArea.tsx";
import { UnsavedContext } from "../../../ui/unsaved.ts";
import type { Problem } from "../../../ui/problems.ts";
import { useAct } from "../../../ui/useAct.ts";
import { useEditing } from "../../../ui/useEditing.ts";
import { addQuestion, addQuestions } from "../questionnaire.mutations.tsx";
import { useNewIds } from "../useNewIds.ts";

const blank = { type: "SINGLE_CHOICE" as QuestionType, label: "" };

/** A list is refused where it was typed. */
const atLabel = (problem: Problem): Problem => (problem.field === "labels" ? { ...problem, field: "label" } : problem);

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  section: Section;
  onAdded: (id: string) => void;
  onCancel: () => void;
}

/** A question more: what is asked and how it is answered; the rest is said in its own form. */
export function AddQuestion({ composedQuestionnaire, section, onAdded, onCancel }: Props) {
  const say = use(SayContext);
  const act = useAct(addQuestion);
  const list = useAct(addQuestions);
  const editing = useEditing({
    id: `question new ${section.id}`,
    name: m.questionnaireWriting_add_question(),
    version: 0,
    fields: blank,
    save: async () => !!(await save()),
  });
  const { type, label } = editing.mine;
  const lines = linesOf(label);
  const [oneEach, setOneEach] = useState(true);
  const several = oneEach && lines.length > 1;
  const unsaved = use(UnsavedContext);
  const { idsFor, added } = useNewIds();
  const save = async (): Promise<string | null> => {
    const ids = idsFor(`${several} ${type} ${label}`, several ? lines.length : 1);
    const done = several
      ? await list.run({ ids, sectionId: section.id, type, labels: lines })
      : await act.run({ id: ids[0]!, sectionId: section.id, type, label });
    if (!done) return null;
    added();
    say(
      several
        ? m.questionnaireWriting_said_added_list({ count: lines.length })
        : m.questionnaireWriting_said_added({ what: label }),
    );
    editing.revert();
    unsaved.forget();
    return ids[0]!;
  };
  const submit = async () => {
    const id = await save();
    if (id) onAdded(id);
  };
  return (
    <Form
      problems={several ? list.problems.map(atLabel) : act.problems}
      busy={act.busy || list.busy}
      onSubmit={() => void submit()}
      label={m.questionnaireWriting_add_question()}
    >
      <TypeSelect type={type} onChange={(next) => editing.set({ type: next })} />
      <TextArea
        name="label"
        label={type === "TEXT_BLOCK" ? m.questionnaireWriting_text() : m.questionnaireWriting_label()}
        value={label}
        help={m.questionnaireWriting_label_list_help()}
        onChange={(next) => editing.set({ label: next })}
      />
      {lines.length > 1 && (
        <label className="questionnaireWriting-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={oneEach}
            onChange={(event) => setOneEach(event.currentTarget.checked)}
          />
          <span>
            {m.questionnaireWriting_one_each({ count: lines.length })}
            <small>{m.questionnaireWriting_one_each_help()}</small>
          </span>
        </label>
      )}
      {composedQuestionnaire.hasResponses && <p className="quiet">{m.questionnaireWriting_not_asked_before()}</p>}
      <KeptEditing editing={editing} />
      <Failed because={act.failed ?? list.failed} />
      <div className="cluster">
        <Button type="submit" primary disabled={act.busy || list.busy}>
          {several
            ? m.questionnaireWriting_add_questions({ count: lines.length })
            : m.questionnaireWriting_add_question()}
        </Button>
        <Button onClick={onCancel}>{m.questionnaireWriting_cancel()}</Button>
      </div>
    </Form>
  );
}
