import { m } from "@cahier/schema/messages";
import { longest, OTHER } from "@cahier/schema/questionnaire/definition";
import choice from "../../ui/Choice.module.css";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import type { Composed } from "./composition.tsx";
import { has, newChoice, type QuestionFields } from "./questionFields.ts";

interface Props {
  fields: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
  /** Options that are no longer offered. */
  retired: Composed["retiredOptions"];
}

/** What only a question of its type has: options, rows, a scale, bounds. */
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
          legend={m.studio_rows()}
          help={m.studio_rows_help()}
          one={m.studio_row_n}
          add={m.studio_add_row()}
          choices={fields.rows}
          onChange={(rows) => set({ rows })}
        />
      )}
      {type === "MATRIX" && (
        <ChoiceList
          name="scale"
          legend={m.studio_columns()}
          help={m.studio_columns_help()}
          one={m.studio_column_n}
          add={m.studio_add_column()}
          choices={fields.scale}
          onChange={(scale) => set({ scale })}
          flags={["noOpinion"]}
        />
      )}
      {type === "MULTIPLE_CHOICE" && (
        <div className="studio-pair">
          {number("minSelect", m.studio_min_select())}
          {number("maxSelect", m.studio_max_select())}
        </div>
      )}
      {type === "RANKING" && number("maxSelect", m.studio_max_rank(), m.studio_max_rank_help())}
      {(type === "NUMBER" || type === "RATING") && (
        <div className="studio-pair">
          {number("min", type === "RATING" ? m.studio_first_step() : m.studio_min())}
          {number("max", type === "RATING" ? m.studio_last_step() : m.studio_max())}
        </div>
      )}
      {type === "RATING" && <Bounds {...{ fields, set }} />}
      {has(type, "maxLength") &&
        number(
          "maxLength",
          m.studio_max_length(),
          m.studio_max_length_help({ max: type === "LONG_TEXT" ? longest.LONG_TEXT : longest.SHORT_TEXT }),
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
        legend={type === "RANKING" ? m.studio_options_to_rank() : m.studio_options()}
        help={m.studio_options_help()}
        one={m.studio_option_n}
        add={m.studio_add_option()}
        choices={options}
        onChange={(now) =>
          set({ options: now, allowOther: fields.allowOther && now.some((one) => one.value === OTHER) })
        }
        flags={
          type === "MULTIPLE_CHOICE" ? ["exclusive", "noOpinion"] : type === "SINGLE_CHOICE" ? ["noOpinion"] : undefined
        }
      />
      {has(type, "allowOther") && (
        <label className="studio-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={fields.allowOther}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              const others = options.filter(({ value }) => value !== OTHER);
              const known =
                options.find(({ value }) => value === OTHER) ?? newChoice(OTHER, m.studio_other(), { value: OTHER });
              set({ allowOther: on, options: on ? [...others, known] : others });
            }}
          />
          {m.studio_allow_other()}
        </label>
      )}
      {gone.length > 0 && (
        <div className="studio-retired">
          <b>{m.studio_retired_options()}</b>
          <ul>
            {gone.map(({ value, label, keyPointId }) => (
              <li key={value}>
                <span>{label}</span>
                <Button
                  small
                  onClick={() => set({ options: [...options, newChoice(value, label, { value, keyPointId })] })}
                >
                  {m.studio_offer_again()}
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

/** What the ends of a scale mean, and whether one may have no opinion. */
function Bounds({ fields, set }: Pick<Props, "fields" | "set">) {
  const noOpinion = fields.scale.find((step) => step.noOpinion);
  return (
    <>
      <div className="studio-pair">
        <TextField
          name="minLabel"
          label={m.studio_min_label()}
          help={m.studio_min_label_help()}
          value={fields.minLabel}
          onChange={(event) => set({ minLabel: event.currentTarget.value })}
        />
        <TextField
          name="maxLabel"
          label={m.studio_max_label()}
          help={m.studio_max_label_help()}
          value={fields.maxLabel}
          onChange={(event) => set({ maxLabel: event.currentTarget.value })}
        />
      </div>
      <label className="studio-tick">
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={!!noOpinion}
          onChange={(event) => {
            const others = fields.scale.filter((step) => !step.noOpinion);
            const added = newChoice("no-opinion", m.studio_no_opinion(), { noOpinion: true });
            set({ scale: event.currentTarget.checked ? [...others, added] : others });
          }}
        />
        {m.studio_offer_no_opinion()}
      </label>
      {noOpinion && (
        <TextField
          name="scale"
          label={m.studio_no_opinion_label()}
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
