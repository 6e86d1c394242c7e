import { m } from "@cahier/schema/messages";
import { type AnswerValue, longest, otherKey } from "@cahier/schema/questionnaire/definition";
import { lazy, type ReactNode, Suspense } from "react";
import { Link } from "react-router-dom";
import { pageLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { WritingArea } from "../../../ui/WritingArea.tsx";
import { MultipleChoiceField, SingleChoiceField } from "./ChoiceField.tsx";
import type { Draft } from "../draft/draft.ts";
import { anchorOf, type FieldProps, type Question, type Region } from "../question.ts";
import { TerritoryField } from "./TerritoryField.tsx";
import { useSaidLang } from "../saidIn.ts";

const loadConflict = () => import("../draft/Conflict.tsx");
const loadRanking = () => import("./RankingField.tsx");
const loadScales = () => import("./ScaleField.tsx");
const Conflict = lazy(async () => ({ default: (await loadConflict()).Conflict }));
const RankingField = lazy(async () => ({ default: (await loadRanking()).RankingField }));
const MatrixField = lazy(async () => ({ default: (await loadScales()).MatrixField }));
const RatingField = lazy(async () => ({ default: (await loadScales()).RatingField }));

/** Brings the controls that few questions need, before a network can be cut. */
export const loadFields = () => Promise.all([loadConflict(), loadRanking(), loadScales()]);

interface Props {
  question: Question;
  draft: Draft;
  onAnswer: (key: string, value: AnswerValue | undefined) => void;
  /** Between two texts that two tabs wrote: whether the other's is taken. */
  onSettle: (key: string, take: boolean) => void;
  regions: readonly Region[];
  /** True if a response cannot be sent without it. */
  needed: boolean;
}

/** One question: what is asked, where to answer, and why it is asked. */
export function QuestionField({ question, draft, onAnswer, onSettle, regions, needed }: Props) {
  const lang = useSaidLang();
  const { id, label, visibility } = question;
  if (question.type === "TEXT_BLOCK") return <p lang={lang}>{label}</p>;
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
    <div id={anchorOf(id)} lang={lang} className="flow">
      <Suspense>
        <Control {...field} draft={draft} onAnswer={onAnswer} regions={regions} />
      </Suspense>
      {[id, otherKey(id)].map(
        (key) =>
          draft.conflicts[key] !== undefined && (
            <Suspense key={key}>
              <Conflict
                question={question}
                other={draft.conflicts[key]}
                regions={regions}
                onSettle={(take) => onSettle(key, take)}
              />
            </Suspense>
          ),
      )}
      <Why question={question}>
        <Origins question={question} />
      </Why>
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
          rows={3}
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
          step={question.wholeNumbers ? 1 : "any"}
          inputMode={question.wholeNumbers ? "numeric" : "decimal"}
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

/** Why a question is asked, and what its answers are for. */
export const Why = ({
  question: { label, rationale, usedIn },
  children,
}: {
  question: Question;
  children?: ReactNode;
}) => (
  <Disclosure
    summary={
      <>
        <span lang={pageLang()}>{m.questionnaire_why()}</span>
        <span className="visually-hidden"> {label}</span>
      </>
    }
  >
    <div className="prose quiet">
      <p>{rationale}</p>
      {usedIn && (
        <p>
          {m.questionnaire_used_in()} {usedIn}
        </p>
      )}
      {children}
    </div>
  </Disclosure>
);

/** Key points behind options that come from a synthesis. */
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
