import { m } from "@cahier/schema/messages";
import { OTHER, otherKey } from "@cahier/schema/questionnaire/definition";
import { CheckboxCard, Choices, RadioCard } from "../../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../../ui/Field.tsx";
import { asList, type FieldProps } from "../question.ts";

interface Props extends FieldProps {
  /** Text beside « other ». */
  other: string;
  onOther: (text: string | undefined) => void;
}

/** Beyond this many options, sheets to tick would hide the rest of the page: the browser's own list is shorter. */
const most = 10;

/** One out of several. It can be taken back. */
export function SingleChoiceField({ question, label, help, value, onChange, ...other }: Props) {
  const { id, options } = question;
  const chosen = typeof value === "string" ? value : "";
  const otherText = chosen === OTHER && <OtherField question={question} {...other} />;
  if (options.length > most)
    return (
      <>
        <Select
          question
          name={id}
          label={label}
          help={help}
          value={chosen}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        >
          <option value="">{m.questionnaire_choose()}</option>
          {options.map((option) => (
            <option value={option.value} key={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
        {otherText}
      </>
    );
  return (
    <Fieldset question name={id} legend={label} help={help}>
      <Choices>
        {options.map((option) => (
          <RadioCard
            name={id}
            value={option.value}
            label={option.label}
            checked={chosen === option.value}
            onChange={() => onChange(option.value)}
            key={option.value}
          />
        ))}
      </Choices>
      {otherText}
      {chosen && <Clear onClick={() => onChange(undefined)} label={label} />}
    </Fieldset>
  );
}

/** Several out of several: as many as allowed, alone where the option excludes the rest. */
export function MultipleChoiceField({ question, label, help, value, onChange, ...other }: Props) {
  const { id, options, maxSelect, exclusiveValues, noOpinionValue } = question;
  const chosen = asList(value);
  const excludes = (one: string) => one === noOpinionValue || exclusiveValues.includes(one);
  const full = maxSelect !== null && maxSelect < options.length && chosen.length >= maxSelect;
  const toggle = (one: string, on: boolean) => {
    const others = chosen.filter((kept) => kept !== one && !(on && (excludes(one) || excludes(kept))));
    const now = new Set(on ? [...others, one] : others);
    onChange(now.size ? options.map((option) => option.value).filter((kept) => now.has(kept)) : undefined);
  };
  return (
    <Fieldset question name={id} legend={label} help={help}>
      <Choices>
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <CheckboxCard
              name={id}
              value={option.value}
              label={option.label}
              checked={on}
              disabled={full && !on && !excludes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              key={option.value}
            />
          );
        })}
      </Choices>
      {maxSelect !== null && maxSelect < options.length && (
        <output className="quiet">{m.questionnaire_chosen({ count: chosen.length, max: maxSelect })}</output>
      )}
      {chosen.includes(OTHER) && <OtherField question={question} {...other} />}
    </Fieldset>
  );
}

const OtherField = ({ question, other, onOther }: Pick<Props, "question" | "other" | "onOther">) =>
  question.allowOther && (
    <TextField
      name={otherKey(question.id)}
      label={m.questionnaire_other()}
      value={other}
      onChange={(event) => onOther(event.currentTarget.value || undefined)}
    />
  );

/** Takes an answer back: a radio button by itself cannot be unticked. */
export const Clear = ({ onClick, label }: { onClick: () => void; label: string }) => (
  <p className="scripted">
    <button type="button" className="questionnaire-link" onClick={onClick}>
      {m.questionnaire_clear()}
      <span className="visually-hidden">
        {m.ui_colon()}
        {label}
      </span>
    </button>
  </p>
);
