import { m } from "@cahier/schema/messages";
import { Button } from "../../../ui/Button.tsx";
import type { QuestionType } from "../composed.tsx";
import { TypeSelect } from "./TypeSelect.tsx";

interface Props {
  type: QuestionType;
  /** It is asked already: it stays as it is. */
  kept: boolean;
  answerCount: number;
  onChange: (type: QuestionType) => void;
  onReplace: () => void;
}

/** Type of a question. Once people are asked it stays; the way to replace the question stands beside it. */
export const TypeField = ({ type, kept, answerCount, onChange, onReplace }: Props) => (
  <div className="questionnaireWriting-type">
    <TypeSelect
      type={type}
      help={
        kept &&
        (answerCount ? m.questionnaireWriting_type_kept({ count: answerCount }) : m.questionnaireWriting_type_asked())
      }
      disabled={kept}
      onChange={onChange}
    />
    {kept && (
      <Button small onClick={onReplace}>
        {m.questionnaireWriting_replace()}
      </Button>
    )}
  </div>
);
