import { m } from "@cahier/schema/messages";
import { keysOf } from "../../../i18n/vocabulary.ts";
import { questionTypes } from "../../../shared/questionTypes.ts";
import { Select } from "../../../ui/Field.tsx";
import type { QuestionType } from "../composed.tsx";
import { typeHints } from "./question.labels.ts";

interface Props {
  type: QuestionType;
  /** Sentence under it, in place of the use of the type. */
  help?: string | false;
  disabled?: boolean;
  onChange: (type: QuestionType) => void;
}

/** Type of a question, to choose. */
export const TypeSelect = ({ type, help, disabled, onChange }: Props) => (
  <Select
    name="type"
    label={m.questionnaireWriting_type()}
    help={help || typeHints[type]()}
    value={type}
    disabled={disabled}
    onChange={(event) => onChange(event.currentTarget.value as QuestionType)}
  >
    {keysOf(questionTypes).map((one) => (
      <option value={one} key={one}>
        {questionTypes[one]()}
      </option>
    ))}
  </Select>
);
