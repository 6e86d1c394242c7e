import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Form } from "../../../ui/Form.tsx";
import type { Composed, ComposedQuestionnaire, QuestionType } from "../composed.tsx";
import { TypeSelect } from "./TypeSelect.tsx";
import { TextArea } from "../TextArea.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { addQuestion } from "../questionnaire.mutations.tsx";
import { useNewIds } from "../useNewIds.ts";

interface Props {
  open: boolean;
  onClose: () => void;
  composedQuestionnaire: ComposedQuestionnaire;
  composed: Composed;
  onReplaced: (id: string) => void;
}

/** The way out where a type cannot change: a new question that takes the place of the old one, whose answers stay. */
export function Replace({ open, onClose, composedQuestionnaire, composed, onReplaced }: Props) {
  const { question, answerCount } = composed;
  const [type, setType] = useState<QuestionType>(question.type);
  const [label, setLabel] = useState(question.label);
  const act = useAct(addQuestion);
  const section = composedQuestionnaire.sections.find(({ questions }) =>
    questions.some(({ id }) => id === question.id),
  )!;
  const { idsFor, added } = useNewIds();
  const submit = async () => {
    const [id = ""] = idsFor(`${type} ${label}`);
    if (!(await act.run({ id, sectionId: section.id, type, label, replacesId: question.id }))) return;
    added();
    onClose();
    onReplaced(id);
  };
  return (
    <Dialog open={open} onClose={onClose} title={m.questionnaireWriting_replace_title({ code: question.code })}>
      <Form problems={act.problems} busy={act.busy} onSubmit={() => void submit()}>
        <p>{m.questionnaireWriting_replace_what({ count: answerCount })}</p>
        <TypeSelect type={type} onChange={setType} />
        <TextArea name="label" label={m.questionnaireWriting_label()} value={label} onChange={setLabel} />
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit" primary disabled={act.busy}>
            {m.questionnaireWriting_replace_go()}
          </Button>
          <Button onClick={onClose}>{m.questionnaireWriting_cancel()}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
