import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { askedOf, type Composed, type ComposedQuestionnaire, type Section } from "./composed.tsx";
import { MoveButtons } from "./MoveButtons.tsx";
import { conditionSentence } from "../../i18n/conditions.ts";
import { isAsked, type Moves, useMoves } from "./useMoves.ts";
import { questionTypes } from "../../shared/questionTypes.ts";
import { Of } from "../../shared/Of.tsx";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  /** The question, or the part, that is open. */
  open: string | null;
}

/** The parts and the questions, in order: each opens, and each moves, by hand or by buttons. */
export function Outline({ composedQuestionnaire, open }: Props) {
  const { sections } = composedQuestionnaire;
  const moves = useMoves(sections);
  return (
    <div className="questionnaireWriting-outline">
      {moves.problems.map((problem) => (
        <Notice tone="warn" key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
      <ol>
        {sections.map((section, index) => (
          <Part key={section.id} {...{ composedQuestionnaire, section, index, moves, open }} />
        ))}
      </ol>
    </div>
  );
}

interface PartProps extends Props {
  section: Section;
  index: number;
  moves: Moves;
}

function Part({ composedQuestionnaire, section, index, moves, open }: PartProps) {
  const { sections, questionnaire } = composedQuestionnaire;
  const asked = section.questions.filter(isAsked);
  const retired = section.questions.filter((one) => one.retired);
  const place = (at: number) => `place:${section.id}:${at}`;
  return (
    <li
      className="questionnaireWriting-part"
      aria-busy={moves.moving === section.id}
      data-over={moves.dragged?.kind === "section" && moves.over === `section:${section.id}` ? "" : undefined}
      {...moves.target("section", () => `section:${section.id}`)}
    >
      <div className="questionnaireWriting-part-head" {...moves.source("section", section.id)}>
        <Grip />
        <Link
          to={paths.questionnaireWrite(questionnaire.slug, { section: section.id })}
          aria-current={open === section.id || undefined}
          preventScrollReset
        >
          <small>{m.questionnaireWriting_part({ part: index + 1 })}</small>
          <b lang={contentLang()}>{section.title}</b>
        </Link>
        <MoveButtons
          idOf={(act) => `part-${section.id}-${act}`}
          what={section.title}
          first={index === 0}
          last={index === sections.length - 1}
          onMove={(by) =>
            void moves.moveSectionTo(section, index + 1 + by, `part-${section.id}-${by < 0 ? "up" : "down"}`)
          }
        />
      </div>
      <ol
        {...moves.target("question", () => place(asked.length))}
        className="questionnaireWriting-rows"
        data-over={moves.over === place(asked.length) || undefined}
      >
        {asked.map((composed, at) => (
          <QuestionRow
            key={composed.id}
            {...{ composedQuestionnaire, composed, moves, open, at, place }}
            first={index === 0 && at === 0}
            last={index === sections.length - 1 && at === asked.length - 1}
          />
        ))}
        {asked.length === 0 && <li className="questionnaireWriting-none">{m.questionnaireWriting_part_empty()}</li>}
      </ol>
      <Link
        className="questionnaireWriting-add"
        to={paths.questionnaireWrite(questionnaire.slug, { add: section.id })}
        aria-current={open === `add:${section.id}` || undefined}
        preventScrollReset
      >
        <Icon name="plus" size={18} /> {m.questionnaireWriting_add_question()}
        <Of>{section.title}</Of>
      </Link>
      {retired.length > 0 && (
        <ul
          className="questionnaireWriting-rows questionnaireWriting-rows-retired"
          aria-label={m.questionnaireWriting_retired_questions()}
        >
          {retired.map(({ id, question }) => (
            <li key={id}>
              <Link
                to={paths.questionnaireWrite(questionnaire.slug, { question: id })}
                aria-current={open === id || undefined}
                preventScrollReset
              >
                <b>{question.code}</b>
                <span>
                  <span lang={contentLang()}>{question.label}</span>
                  <small>{m.questionnaireWriting_retired()}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface RowProps extends Props {
  composed: Composed;
  moves: Moves;
  at: number;
  place: (at: number) => string;
  first: boolean;
  last: boolean;
}

function QuestionRow({ composedQuestionnaire, composed, moves, open, at, place, first, last }: RowProps) {
  const { question, answerCount } = composed;
  const known = askedOf(composedQuestionnaire.sections).map((one) => one.question);
  const condition = conditionSentence(question.visibleIf, known);
  const flaws = composedQuestionnaire.flaws.filter(({ questionId }) => questionId === composed.id).length;
  return (
    <li
      data-over={moves.over === place(at) || undefined}
      aria-busy={moves.moving === composed.id}
      {...moves.source("question", composed.id)}
      {...moves.target("question", (below) => place(below ? at + 1 : at))}
    >
      <Grip />
      <Link
        to={paths.questionnaireWrite(composedQuestionnaire.questionnaire.slug, { question: composed.id })}
        aria-current={open === composed.id || undefined}
        draggable={false}
        preventScrollReset
      >
        <b>{question.code}</b>
        <span>
          <span lang={contentLang()}>{question.label}</span>
          <small>
            {questionTypes[question.type]()}
            {question.required && ` · ${m.questionnaireWriting_required_short()}`}
            {question.short && ` · ${m.questionnaireWriting_short_mark()}`}
            {answerCount > 0 && ` · ${m.questionnaireWriting_answers({ count: answerCount })}`}
          </small>
          {condition && <small className="questionnaireWriting-if">{condition}</small>}
          {flaws > 0 && (
            <small className="questionnaireWriting-flawed">
              {m.questionnaireWriting_to_complete({ count: flaws })}
            </small>
          )}
        </span>
      </Link>
      <MoveButtons
        idOf={(act) => `question-${composed.id}-${act}`}
        what={`${question.code} ${question.label}`}
        first={first}
        last={last}
        onMove={(by) => void moves.stepQuestion(composed, by, `question-${composed.id}-${by < 0 ? "up" : "down"}`)}
      />
    </li>
  );
}

/** Drag handle, for pointers only: the buttons do the same. */
const Grip = () => (
  <svg className="questionnaireWriting-grip" width="12" height="20" viewBox="0 0 12 20" aria-hidden="true">
    {[4, 10, 16].flatMap((y) => [3, 9].map((x) => <circle cx={x} cy={y} r="1.6" key={`${x} ${y}`} />))}
  </svg>
);
