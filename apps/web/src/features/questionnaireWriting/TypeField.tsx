import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Field.tsx";
import { keysOf } from "../../i18n/vocabulary.ts";
import type { QuestionType } from "./composed.tsx";
import { typeHints, typeNames } from "./question.labels.ts";

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
    <Select
      name="type"
      label={m.questionnaireWriting_type()}
      help={
        kept
          ? answerCount
            ? m.questionnaireWriting_type_kept({ count: answerCount })
            : m.questionnaireWriting_type_asked()
          : typeHints[type]()
      }
      value={type}
      disabled={kept}
      onChange={(event) => onChange(event.currentTarget.value as QuestionType)}
    >
      {keysOf(typeNames).map((one) => (
        <option value={one} key={one}>
          {typeNames[one]()}
        </option>
      ))}
    </Select>
    {kept && (
      <Button small onClick={onReplace}>
        {m.questionnaireWriting_replace()}
      </Button>
    )}
  </div>
);
