import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Form } from "../../../ui/Form.tsx";
import type { ComposedQuestionnaire, QuestionType, Section } from "../composed.tsx";
import { TypeSelect } from "./TypeSelect.tsx";
import { SayContext } from "../SayContext.ts";
import { TextArea } from "../TextArea.tsx";
import { UnsavedContext, useUnsaved } from "../../../ui/unsaved.ts";
import { useAct } from "../../../ui/useAct.ts";
import { addQuestion, idsIn } from "../questionnaire.mutations.tsx";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  section: Section;
  onAdded: (id: string) => void;
  onCancel: () => void;
}

/** A question more: what is asked and how it is answered; the rest is said in its own form. */
export function AddQuestion({ composedQuestionnaire, section, onAdded, onCancel }: Props) {
  const [type, setType] = useState<QuestionType>("SINGLE_CHOICE");
  const [label, setLabel] = useState("");
  const say = use(SayContext);
  const act = useAct(addQuestion);
  const unsaved = use(UnsavedContext);
  const save = async () => {
    const known = new Set(idsIn({ composedQuestionnaire }));
    const done = await act.run({ sectionId: section.id, type, label });
    if (!done) return null;
    say(m.questionnaireWriting_said_added({ what: label }));
    unsaved.forget();
    return idsIn(done).find((one) => !known.has(one)) ?? null;
  };
  const submit = async () => {
    const id = await save();
    if (id) onAdded(id);
  };
  useUnsaved("add", label.trim() !== "", {
    name: m.questionnaireWriting_add_question(),
    save: async () => !!(await save()),
  });
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void submit()}
      label={m.questionnaireWriting_add_question()}
    >
      <TypeSelect type={type} onChange={setType} />
      <TextArea
        name="label"
        label={type === "TEXT_BLOCK" ? m.questionnaireWriting_text() : m.questionnaireWriting_label()}
        value={label}
        onChange={setLabel}
      />
      {composedQuestionnaire.hasResponses && <p className="quiet">{m.questionnaireWriting_not_asked_before()}</p>}
      <div className="cluster">
        <Button type="submit" primary disabled={act.busy}>
          {m.questionnaireWriting_add_question()}
        </Button>
        <Button onClick={onCancel}>{m.questionnaireWriting_cancel()}</Button>
      </div>
    </Form>
  );
}
