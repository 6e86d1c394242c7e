import { m } from "@cahier/schema/messages";
import { figures } from "../../../ui/figures.ts";
import { longest, OTHER, otherKey } from "@cahier/schema/questionnaire/definition";
import { fieldNames } from "@cahier/schema/questionnaire/form";
import { pageLang } from "../../../i18n/content.ts";
import choice from "../../../ui/Choice.module.css";
import { CheckboxCard, Choices } from "../../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../../ui/Field.tsx";
import { WritingArea } from "../../../ui/WritingArea.tsx";
import { SingleChoiceField } from "../fields/ChoiceField.tsx";
import type { DraftAnswers } from "../draft/draft.ts";
import { anchorOf, asList, asText, type FieldProps, type Question, type Region } from "../question.ts";
import { MatrixField, RatingField } from "../fields/ScaleField.tsx";
import { TerritoryField } from "../fields/TerritoryField.tsx";
import { useSaidLang } from "../saidIn.ts";
import { Why } from "../fields/QuestionField.tsx";

interface Props {
  question: Question;
  answers: DraftAnswers;
  regions: readonly Region[];
  /** True if a response cannot be sent without it. */
  needed: boolean;
  /** Condition under which it is asked, in words, if that depends on the answers being typed. */
  condition: string | null;
}

/** Nothing listens here: what is typed is read when the form is posted. */
const deaf = () => undefined;

/** One question of a form that is posted as it is: the same controls, none of which does anything by itself. */
export function PostedField({ question, answers, regions, needed, condition }: Props) {
  const lang = useSaidLang();
  const { id, label, visibility, maxSelect, options, type, allowOther } = question;
  if (type === "TEXT_BLOCK") return <p lang={lang}>{label}</p>;
  const value = answers[id];
  const notes = [
    condition,
    question.help,
    type === "MULTIPLE_CHOICE" &&
      maxSelect !== null &&
      maxSelect < options.length &&
      m.questionnaire_paper_most({ max: maxSelect }),
    needed && m.questionnaire_needed(),
    visibility === "TEAM" && m.questionnaire_team(),
    visibility === "AGGREGATED" && m.questionnaire_aggregated(),
  ];
  const help = notes.filter(Boolean).join(" ") || undefined;
  const other = answers[otherKey(id)];
  return (
    <div id={`p${anchorOf(id)}`} lang={lang} className="flow">
      <input type="hidden" name={fieldNames.asked} value={id} />
      <Control {...{ question, label, help, value, regions }} onChange={deaf} />
      {allowOther && (
        <TextField
          name={otherKey(id)}
          label={m.questionnaire_other_if({ option: options.find((one) => one.value === OTHER)?.label ?? OTHER })}
          defaultValue={asText(other)}
        />
      )}
      {value !== undefined && ["SINGLE_CHOICE", "ORGANISATION_TYPE", "RATING", "MATRIX"].includes(type) && (
        <label className="questionnaire-plain" lang={pageLang()}>
          <input type="checkbox" className={choice.checkbox} name={fieldNames.cleared} value={id} />
          {m.questionnaire_clear_box()}
        </label>
      )}
      <Why question={question} />
    </div>
  );
}

function Control({ regions, ...field }: FieldProps & Pick<Props, "regions">) {
  const { question, label, help, value } = field;
  const { id, maxLength, min, max } = question;
  const text = { name: id, label, help, question: true };
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return <SingleChoiceField {...field} question={{ ...question, allowOther: false }} other="" onOther={deaf} />;
    case "MULTIPLE_CHOICE":
      return <PostedChoices {...field} />;
    case "RATING":
      return <RatingField {...field} />;
    case "MATRIX":
      return <MatrixField {...field} />;
    case "RANKING":
      return <PostedRanking {...field} />;
    case "TERRITORY":
      return <TerritoryField {...field} regions={regions} />;
    case "LONG_TEXT":
      // Without scripts nothing counts the text: the limit is printed once.
      return (
        <WritingArea
          {...text}
          defaultValue={asText(value)}
          foot={m.questionnaire_posted_most({ max: figures(maxLength ?? longest.LONG_TEXT) })}
        />
      );
    case "NUMBER":
      // Not of the type « number »: a browser would throw away what it does not read as one, instead of sending it.
      return (
        <TextField
          {...text}
          inputMode={question.wholeNumbers ? "numeric" : "decimal"}
          min={min ?? undefined}
          max={max ?? undefined}
          defaultValue={asText(value)}
        />
      );
    default:
      return <TextField {...text} type={question.type === "DATE" ? "date" : "text"} defaultValue={asText(value)} />;
  }
}

const PostedChoices = ({ question: { id, options }, label, help, value }: FieldProps) => (
  <Fieldset question name={id} legend={label} help={help}>
    <Choices>
      {options.map((option) => (
        <CheckboxCard
          name={id}
          value={option.value}
          label={option.label}
          defaultChecked={asList(value).includes(option.value)}
          key={option.value}
        />
      ))}
    </Choices>
  </Fieldset>
);

/** A list for each rank: as few of them as one likes. */
const PostedRanking = ({ question: { id, options, maxSelect }, label, help, value }: FieldProps) => (
  <Fieldset question name={id} legend={label} help={help}>
    {Array.from({ length: maxSelect ?? options.length }, (_, index) => (
      <Select
        name={fieldNames.rank(id, index + 1)}
        label={m.questionnaire_rank_choice({ rank: index + 1 })}
        defaultValue={asList(value)[index] ?? ""}
        key={fieldNames.rank(id, index + 1)}
      >
        <option value="">{m.questionnaire_rank_none()}</option>
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    ))}
  </Fieldset>
);
