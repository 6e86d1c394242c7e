import { m } from "@cahier/schema/messages";
import { figures } from "../../../ui/figures.ts";
import { longest, OTHER } from "@cahier/schema/questionnaire/definition";
import choice from "../../../ui/Choice.module.css";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import type { Composed } from "../composed.tsx";
import { has, newChoice, type QuestionFields } from "./questionFields.ts";

interface Props {
  fields: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
  /** Options that are no longer offered. */
  retired: Composed["retiredOptions"];
}

/** Settings of one type of question: options, rows, a scale, bounds. */
export function QuestionSettings({ fields, set, retired }: Props) {
  const { type } = fields;
  const number = (name: "minSelect" | "maxSelect" | "min" | "max" | "maxLength", label: string, help?: string) => (
    <TextField
      name={name}
      label={label}
      help={help}
      optional
      inputMode="decimal"
      autoComplete="off"
      value={fields[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {has(type, "options") && <Options {...{ fields, set, retired }} />}
      {has(type, "rows") && (
        <ChoiceList
          name="rows"
          legend={m.questionnaireWriting_rows()}
          help={m.questionnaireWriting_rows_help()}
          one={m.questionnaireWriting_row_n}
          add={m.questionnaireWriting_add_row()}
          choices={fields.rows}
          onChange={(rows) => set({ rows })}
        />
      )}
      {type === "MATRIX" && (
        <ChoiceList
          name="scale"
          legend={m.questionnaireWriting_columns()}
          help={m.questionnaireWriting_columns_help()}
          one={m.questionnaireWriting_column_n}
          add={m.questionnaireWriting_add_column()}
          choices={fields.scale}
          onChange={(scale) => set({ scale })}
          flags={["noOpinion"]}
        />
      )}
      {type === "MULTIPLE_CHOICE" && (
        <div className="questionnaireWriting-pair">
          {number("minSelect", m.questionnaireWriting_min_select())}
          {number("maxSelect", m.questionnaireWriting_max_select())}
        </div>
      )}
      {type === "RANKING" &&
        number("maxSelect", m.questionnaireWriting_max_rank(), m.questionnaireWriting_max_rank_help())}
      {(type === "NUMBER" || type === "RATING") && (
        <div className="questionnaireWriting-pair">
          {number("min", type === "RATING" ? m.questionnaireWriting_first_step() : m.questionnaireWriting_min())}
          {number("max", type === "RATING" ? m.questionnaireWriting_last_step() : m.questionnaireWriting_max())}
        </div>
      )}
      {type === "RATING" && <Bounds {...{ fields, set }} />}
      {has(type, "wholeNumbers") && (
        <label className="questionnaireWriting-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={fields.wholeNumbers}
            onChange={({ currentTarget: { checked } }) =>
              // Counted from nought, unless another least number is wanted.
              set({ wholeNumbers: checked, min: checked && fields.min === "" ? "0" : fields.min })
            }
          />
          {m.questionnaireWriting_whole_numbers()}
        </label>
      )}
      {has(type, "maxLength") &&
        number(
          "maxLength",
          m.questionnaireWriting_max_length(),
          m.questionnaireWriting_max_length_help({
            max: figures(type === "LONG_TEXT" ? longest.LONG_TEXT : longest.SHORT_TEXT),
          }),
        )}
    </>
  );
}

function Options({ fields, set, retired }: Props) {
  const { type, options } = fields;
  const offered = new Set(options.map(({ value }) => value));
  const gone = retired.filter(({ value }) => !offered.has(value));
  return (
    <>
      <ChoiceList
        name="options"
        legend={type === "RANKING" ? m.questionnaireWriting_options_to_rank() : m.questionnaireWriting_options()}
        help={m.questionnaireWriting_options_help()}
        one={m.questionnaireWriting_option_n}
        add={m.questionnaireWriting_add_option()}
        choices={options}
        onChange={(now) =>
          set({ options: now, allowOther: fields.allowOther && now.some((one) => one.value === OTHER) })
        }
        flags={
          type === "MULTIPLE_CHOICE" ? ["exclusive", "noOpinion"] : type === "SINGLE_CHOICE" ? ["noOpinion"] : undefined
        }
      />
      {has(type, "allowOther") && (
        <label className="questionnaireWriting-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={fields.allowOther}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              const others = options.filter(({ value }) => value !== OTHER);
              const known =
                options.find(({ value }) => value === OTHER) ??
                newChoice(OTHER, m.questionnaireWriting_other(), { value: OTHER });
              set({ allowOther: on, options: on ? [...others, known] : others });
            }}
          />
          {m.questionnaireWriting_allow_other()}
        </label>
      )}
      {gone.length > 0 && (
        <div className="questionnaireWriting-retired">
          <b>{m.questionnaireWriting_retired_options()}</b>
          <ul>
            {gone.map(({ value, label, keyPointId }) => (
              <li key={value}>
                <span>{label}</span>
                <Button
                  small
                  onClick={() => set({ options: [...options, newChoice(value, label, { value, keyPointId })] })}
                >
                  {m.questionnaireWriting_offer_again()}
                  <span className="visually-hidden">
                    {m.ui_colon()}
                    {label}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Labels of the ends of a scale, and its « no opinion » step. */
function Bounds({ fields, set }: Pick<Props, "fields" | "set">) {
  const noOpinion = fields.scale.find((step) => step.noOpinion);
  return (
    <>
      <div className="questionnaireWriting-pair">
        <TextField
          name="minLabel"
          label={m.questionnaireWriting_min_label()}
          help={m.questionnaireWriting_min_label_help()}
          value={fields.minLabel}
          onChange={(event) => set({ minLabel: event.currentTarget.value })}
        />
        <TextField
          name="maxLabel"
          label={m.questionnaireWriting_max_label()}
          help={m.questionnaireWriting_max_label_help()}
          value={fields.maxLabel}
          onChange={(event) => set({ maxLabel: event.currentTarget.value })}
        />
      </div>
      <label className="questionnaireWriting-tick">
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={!!noOpinion}
          onChange={(event) => {
            const others = fields.scale.filter((step) => !step.noOpinion);
            const added = newChoice("no-opinion", m.questionnaireWriting_no_opinion(), { noOpinion: true });
            set({ scale: event.currentTarget.checked ? [...others, added] : others });
          }}
        />
        {m.questionnaireWriting_offer_no_opinion()}
      </label>
      {noOpinion && (
        <TextField
          name="scale"
          label={m.questionnaireWriting_no_opinion_label()}
          value={noOpinion.label}
          onChange={(event) => {
            const label = event.currentTarget.value;
            set({ scale: fields.scale.map((step) => (step.noOpinion ? { ...step, label } : step)) });
          }}
        />
      )}
    </>
  );
}
