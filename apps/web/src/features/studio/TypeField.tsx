import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Field.tsx";
import { keysOf } from "../../i18n/vocabulary.ts";
import type { QuestionType } from "./composition.tsx";
import { typeHints, typeNames } from "./names.ts";

interface Props {
  type: QuestionType;
  answered: boolean;
  answerCount: number;
  onChange: (type: QuestionType) => void;
  onReplace: () => void;
}

/** How a question is answered. Once it was, it is kept, and the way out stands beside it. */
export const TypeField = ({ type, answered, answerCount, onChange, onReplace }: Props) => (
  <div className="studio-type">
    <Select
      name="type"
      label={m.studio_type()}
      help={answered ? m.studio_type_kept({ count: answerCount }) : typeHints[type]()}
      value={type}
      disabled={answered}
      onChange={(event) => onChange(event.currentTarget.value as QuestionType)}
    >
      {keysOf(typeNames).map((one) => (
        <option value={one} key={one}>
          {typeNames[one]()}
        </option>
      ))}
    </Select>
    {answered && (
      <Button small onClick={onReplace}>
        {m.studio_replace()}
      </Button>
    )}
  </div>
);
