import { ratingBounds } from "@cahier/schema/questionnaire/definition";
import { fieldNames } from "@cahier/schema/questionnaire/form";
import { useId } from "react";
import choice from "../../../ui/Choice.module.css";
import { Fieldset } from "../../../ui/Field.tsx";
import { Clear } from "./ChoiceField.tsx";
import { asCells, asText, type FieldProps } from "../question.ts";

interface Step {
  value: string;
  label: string;
  note?: string | null;
}

interface RowProps {
  name: string;
  steps: readonly Step[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
}

const Steps = ({ name, steps, chosen, onChoose }: RowProps) =>
  steps.map(({ value, label, note }) => (
    <label key={value}>
      <input
        type="radio"
        className={choice.radio}
        name={name}
        value={value}
        checked={chosen === value}
        onChange={() => onChoose(value)}
      />
      <span>
        {label}
        {note && <small>{note}</small>}
      </span>
    </label>
  ));

/** A row of steps from the least to the most, and « no opinion » apart. */
export function RatingField({ question, label, help, value, onChange }: FieldProps) {
  const { id, minLabel, maxLabel, noOpinionValue, scale } = question;
  const { min, max } = ratingBounds(question);
  const steps: Step[] = Array.from({ length: max - min + 1 }, (_, index) => {
    const step = String(min + index);
    const named = scale.find((one) => one.value === step)?.label;
    const note = index === 0 ? minLabel : index === max - min ? maxLabel : null;
    return { value: step, label: named ?? step, note };
  });
  const noOpinion = noOpinionValue && scale.find((one) => one.value === noOpinionValue);
  if (noOpinion) steps.push(noOpinion);
  return (
    <Fieldset question name={id} legend={label} help={help}>
      <div className="questionnaire-row questionnaire-rating">
        <Steps
          name={id}
          steps={steps}
          chosen={asText(value)}
          onChoose={(step) => onChange(step === noOpinionValue ? step : Number(step))}
        />
      </div>
      {value !== undefined && <Clear onClick={() => onChange(undefined)} label={label} />}
    </Fieldset>
  );
}

/** One choice on each row: a table where there is room, one group under the other where there is not. */
export function MatrixField({ question, label, help, value, onChange }: FieldProps) {
  const { id, rows, scale } = question;
  const matrixId = useId();
  const cells = asCells(value);
  return (
    <Fieldset question name={id} legend={label} help={help}>
      <div className="questionnaire-matrix">
        <div className="questionnaire-row questionnaire-columns" aria-hidden="true">
          <b />
          {scale.map((step) => (
            <span key={step.value}>{step.label}</span>
          ))}
        </div>
        {rows.map((row) => (
          <div
            className="questionnaire-row"
            role="radiogroup"
            aria-labelledby={`${matrixId}${row.value}`}
            key={row.value}
          >
            <b id={`${matrixId}${row.value}`}>{row.label}</b>
            <Steps
              name={fieldNames.cell(id, row.value)}
              steps={scale}
              chosen={cells[row.value]}
              onChoose={(step) => onChange({ ...cells, [row.value]: step })}
            />
          </div>
        ))}
      </div>
      {value !== undefined && <Clear onClick={() => onChange(undefined)} label={label} />}
    </Fieldset>
  );
}
