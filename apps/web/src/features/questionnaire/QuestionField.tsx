import { m } from "@cahier/schema/messages";
import { type AnswerValue, longest, otherKey } from "@cahier/schema/questionnaire/definition";
import { Link } from "react-router-dom";
import { contentLang, pageLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { MultipleChoiceField, SingleChoiceField } from "./ChoiceField.tsx";
import type { Draft } from "./draft.ts";
import { anchorOf, type FieldProps, type Question, type Region } from "./question.ts";
import { RankingField } from "./RankingField.tsx";
import { MatrixField, RatingField } from "./ScaleField.tsx";
import { TerritoryField } from "./TerritoryField.tsx";
import { wordsOf } from "./words.ts";

interface Props {
  question: Question;
  draft: Draft;
  onAnswer: (key: string, value: AnswerValue | undefined) => void;
  /** Between two texts that two tabs wrote: whether the other's is taken. */
  onSettle: (key: string, take: boolean) => void;
  plain: boolean;
  regions: readonly Region[];
  /** Whether a response cannot be sent without it. */
  needed: boolean;
}

/** One question: what is asked, where to answer, and why it is asked. */
export function QuestionField({ question, draft, onAnswer, onSettle, plain, regions, needed }: Props) {
  const { id, code, rationale, usedIn, visibility } = question;
  const label = (plain && question.plain) || question.label;
  if (question.type === "TEXT_BLOCK") return <p lang={contentLang()}>{label}</p>;
  const notes = [
    question.help,
    needed && m.questionnaire_needed(),
    visibility === "TEAM" && m.questionnaire_team(),
    visibility === "AGGREGATED" && m.questionnaire_aggregated(),
  ];
  const field: FieldProps = {
    question,
    label,
    help: notes.filter(Boolean).join(" ") || undefined,
    value: draft.answers[id],
    onChange: (value) => onAnswer(id, value),
  };
  return (
    <div id={anchorOf(id)} lang={contentLang()} className="flow">
      <Control {...field} draft={draft} onAnswer={onAnswer} regions={regions} />
      {[id, otherKey(id)].map(
        (key) =>
          draft.conflicts[key] !== undefined && (
            <Conflict
              question={question}
              other={draft.conflicts[key]}
              regions={regions}
              onSettle={(take) => onSettle(key, take)}
              key={key}
            />
          ),
      )}
      <Disclosure
        summary={
          <span lang={pageLang()}>
            {m.questionnaire_why()} <small className="quiet">{m.questionnaire_code({ code })}</small>
          </span>
        }
      >
        <div className="prose quiet">
          <p>{rationale}</p>
          {usedIn && (
            <p>
              {m.questionnaire_used_in()} {usedIn}
            </p>
          )}
          <Origins question={question} />
        </div>
      </Disclosure>
    </div>
  );
}

interface ControlProps extends FieldProps, Pick<Props, "draft" | "onAnswer" | "regions"> {}

function Control({ draft, onAnswer, regions, ...field }: ControlProps) {
  const { question, label, help, value, onChange } = field;
  const { id, maxLength, min, max } = question;
  const otherText = draft.answers[otherKey(id)];
  const other = {
    other: typeof otherText === "string" ? otherText : "",
    onOther: (text: string | undefined) => onAnswer(otherKey(id), text),
  };
  const text = { name: id, label, help, question: true };
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return <SingleChoiceField {...field} {...other} />;
    case "MULTIPLE_CHOICE":
      return <MultipleChoiceField {...field} {...other} />;
    case "RATING":
      return <RatingField {...field} />;
    case "MATRIX":
      return <MatrixField {...field} />;
    case "RANKING":
      return <RankingField {...field} />;
    case "TERRITORY":
      return <TerritoryField {...field} regions={regions} />;
    case "LONG_TEXT":
      return (
        <WritingArea
          {...text}
          value={typeof value === "string" ? value : ""}
          maxLength={maxLength ?? longest.LONG_TEXT}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    case "NUMBER":
      return (
        <TextField
          {...text}
          type="number"
          step="any"
          min={min ?? undefined}
          max={max ?? undefined}
          value={typeof value === "number" ? value : ""}
          onChange={({ currentTarget: { value: typed } }) => onChange(typed === "" ? undefined : Number(typed))}
        />
      );
    default:
      return (
        <TextField
          {...text}
          type={question.type === "DATE" ? "date" : "text"}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
  }
}

interface ConflictProps {
  question: Question;
  other: AnswerValue;
  regions: readonly Region[];
  onSettle: (take: boolean) => void;
}

/** Two tabs wrote two answers: both are shown, and somebody chooses. */
const Conflict = ({ question, other, regions, onSettle }: ConflictProps) => {
  const words = wordsOf(question, { [question.id]: other }, regions);
  return (
    <Notice tone="warn" live>
      <p lang={pageLang()}>{m.questionnaire_conflict()}</p>
      <p className="verbatim">{`«\u00a0${words.join(", ")}\u00a0»`}</p>
      <p className="cluster" lang={pageLang()}>
        <Button small onClick={() => onSettle(true)}>
          {m.questionnaire_conflict_take()}
        </Button>
        <Button small onClick={() => onSettle(false)}>
          {m.questionnaire_conflict_leave()}
        </Button>
      </p>
    </Notice>
  );
};

/** Where the options come from a synthesis, the key point behind each of them. */
function Origins({ question }: { question: Question }) {
  const known = question.options.filter((option) => option.keyPointId);
  if (!known.length) return null;
  return (
    <>
      <p>{m.questionnaire_origins()}</p>
      <ul>
        {known.map(({ value, label, keyPointId }) => (
          <li key={value}>
            <Link to={paths.keyPoint(keyPointId!)}>{label}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
