import { m } from "@cahier/schema/messages";
import { useSearchParams } from "react-router-dom";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import { useAct } from "../../../ui/useAct.ts";
import { askedOf, type Composed, type ComposedQuestionnaire } from "../composed.tsx";
import { removeQuestion } from "../questionnaire.mutations.tsx";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  composed: Composed;
  /** Once the copy is gone: back to what it was a copy of. */
  onTakenBack: (source: string) => void;
}

/** Says of a question that was just copied what it is a copy of, and takes it back. */
export function CopyNotice({ composedQuestionnaire, composed, onTakenBack }: Props) {
  const [params] = useSearchParams();
  const remove = useAct(removeQuestion);
  const source = askedOf(composedQuestionnaire.sections).find(({ id }) => id === params.get("copy"));
  if (!source) return null;
  const takeBack = async () => {
    if (await remove.run({ id: composed.id })) onTakenBack(source.id);
  };
  return (
    <Notice tone="done">
      <p>{m.questionnaireWriting_copy_of({ code: source.question.code })}</p>
      <Failed because={remove.failed} />
      {remove.problems.map((problem) => (
        <p key={problem.code}>{problemSentence(problem)}</p>
      ))}
      <Button small disabled={remove.busy} onClick={() => void takeBack()}>
        {m.questionnaireWriting_copy_undo()}
      </Button>
    </Notice>
  );
}
