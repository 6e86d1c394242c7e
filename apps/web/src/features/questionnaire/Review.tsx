/**
 * A review is a step, not a page: it stands under the questionnaire's own address, so that it needs no network to
 * get there.
 */
import { m } from "@cahier/schema/messages";
import { compile, unseen } from "@cahier/schema/questionnaire/check";
import { questionsOf } from "@cahier/schema/questionnaire/definition";
import { useContext, useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation } from "react-router-dom";
import { type Problem, problemSentence } from "../../ui/problems.ts";
import type { Attempt, DraftAnswers } from "./draft/draft.ts";
import type { DraftKeeper, DraftKept } from "./draft/keeper.ts";
import { type Part, partOf } from "./parts.ts";
import { PlaceContext } from "./place.ts";
import { anchorOf, type Question, type Questionnaire, type Region } from "./question.ts";
import { SendForm } from "./SendForm.tsx";
import { territoryName, wordsOf } from "./answer.labels.ts";
import { useSaidLang } from "./saidIn.ts";

interface Props {
  questionnaire: Questionnaire;
  parts: readonly Part[];
  kept: DraftKept;
  keeper: DraftKeeper;
  regions: readonly Region[];
  problems: readonly Problem[];
  onProblems: (problems: readonly Problem[]) => void;
  onMend: (field: string) => void;
  /** Answers before the change; undefined if not sent yet. */
  before?: DraftAnswers | undefined;
  /** Answers that were saved elsewhere since the change began: shown where they differ. */
  theirs?: DraftAnswers | undefined;
  send: (response: Attempt & { key: string }) => Promise<readonly Problem[]>;
}

/** The whole response as it will be published, then how it appears, then its sending. */
export function Review(props: Props) {
  const lang = useSaidLang();
  const { questionnaire, parts, kept, keeper, regions, problems, onProblems, onMend, before, theirs, send } = props;
  const { slug } = questionnaire;
  const title = useRef<HTMLHeadingElement>(null);
  // It is loaded when it is asked for: the focus comes then, as it does to a part; on a page that is opened there, it stays.
  const moved = useRef(useLocation().key !== "default");
  useEffect(() => {
    if (moved.current && document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const place = useContext(PlaceContext);
  const check = useMemo(() => compile(questionnaire), [questionnaire]);
  const { answers } = kept.draft;
  const known = useMemo(() => knownOnly(questionnaire, answers), [questionnaire, answers]);
  const changing = before !== undefined;
  const stays = changing ? unseen(check, known, before) : [];
  const stripped = check(known, { draft: true }).stripped.filter((key) => !stays.includes(key));
  const hrefOf = (field: string) => {
    const part = partOf(parts, field);
    return part && `${place.hrefOf(slug, part.number)}#${anchorOf(field)}`;
  };
  const labelOf = (field: string) =>
    questionsOf(questionnaire).find(({ id }) => anchorOf(id) === anchorOf(field))?.label;
  const territory = questionsOf(questionnaire).find(({ type }) => type === "TERRITORY");

  return (
    <>
      <header className="flow questionnaire-head">
        <b>{m.questionnaire_last_step()}</b>
        <h1 tabIndex={-1} ref={title}>
          {m.questionnaire_review_title()}
        </h1>
        <p>{changing ? m.response_edit_review() : m.questionnaire_review_lead()}</p>
      </header>
      {stripped.length > 0 && (
        <div className="prose">
          <p>{m.questionnaire_left_out()}</p>
          <ul lang={lang}>
            {[...new Set(stripped.map(labelOf))].map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </div>
      )}
      <ReviewedParts
        {...{ parts, regions, problems, hrefOf, theirs }}
        answers={known}
        addressOf={(number) => place.hrefOf(slug, number)}
      />
      <SendForm
        kept={kept}
        keeper={keeper}
        check={() => check(known)}
        place={territory && territoryName(known[territory.id], regions)}
        {...{ questionnaire, changing, problems, onProblems, onMend, send, hrefOf, labelOf }}
      />
    </>
  );
}

interface ReviewedProps extends Omit<AnswersProps, "part"> {
  parts: readonly Part[];
  /** Address of a part, by its number. */
  addressOf: (part: number) => string;
}

/** Parts as they were answered, each with the way to what it still asks. */
export function ReviewedParts({ parts, addressOf, ...answers }: ReviewedProps) {
  const lang = useSaidLang();
  return parts.map((part) => (
    <section className="flow questionnaire-reviewed" key={part.id}>
      <h2 lang={part.short ? undefined : lang}>{part.title}</h2>
      <Answers part={part} {...answers} />
      {part.answered.size < part.asked.length && (
        <p className="quiet">
          {m.questionnaire_unanswered({ count: part.asked.length - part.answered.size })}{" "}
          <Link to={addressOf(part.number)}>
            {m.questionnaire_answer_them()}
            <span className="visually-hidden" lang={part.short ? undefined : lang}>
              {m.ui_colon()}
              {part.title}
            </span>
          </Link>
        </p>
      )}
    </section>
  ));
}

interface AnswersProps {
  part: Part;
  answers: DraftAnswers;
  theirs?: DraftAnswers | undefined;
  regions: readonly Region[];
  problems: readonly Problem[];
  hrefOf: (field: string) => string | undefined;
}

/** Answers of a part in words, each with the link to change it. */
function Answers({ part, answers, theirs = answers, regions, problems, hrefOf }: AnswersProps) {
  const lang = useSaidLang();
  return (
    <dl className="flow">
      {part.questions.map((question) => {
        const words = wordsOf(question, answers, regions);
        const mine = problems.filter(({ field }) => field && anchorOf(field) === anchorOf(question.id));
        const saved = wordsOf(question, theirs, regions).join("\n");
        const differs = saved !== words.join("\n");
        if (!words.length && !mine.length && !differs) return null;
        return (
          <div key={question.id}>
            <dt className="quiet">
              <span lang={lang}>{question.label}</span>
              <Link to={hrefOf(question.id)!}>
                {m.questionnaire_change()}
                <span className="visually-hidden" lang={lang}>
                  {m.ui_colon()}
                  {question.label}
                </span>
              </Link>
            </dt>
            {words.map((line) => (
              <dd className="verbatim" lang={lang} key={line}>
                {line}
              </dd>
            ))}
            {differs && (
              <dd className="quiet verbatim">
                {saved ? m.response_edit_theirs({ words: saved }) : m.response_edit_theirs_none()}
              </dd>
            )}
            {mine.map((problem) => (
              <dd className="questionnaire-refused" key={problem.code}>
                {problemSentence(problem)}
              </dd>
            ))}
            <Visibility question={question} />
          </div>
        );
      })}
    </dl>
  );
}

const Visibility = ({ question: { visibility } }: { question: Question }) =>
  visibility !== "PUBLIC" && (
    <dd className="quiet">{visibility === "TEAM" ? m.questionnaire_team() : m.questionnaire_aggregated()}</dd>
  );

/**
 * Says at its field what was written to these questions and would be refused when it is sent, before the next is asked;
 * true if there is nothing to say. What is not answered yet is none of it.
 */
export function told(
  questionnaire: Questionnaire,
  answers: DraftAnswers,
  asked: readonly Question[],
  setProblems: (change: (before: readonly Problem[]) => readonly Problem[]) => void,
) {
  const anchors = asked.map(({ id }) => anchorOf(id));
  const found = compile(questionnaire)(answers, { draft: true }).problems.filter(
    ({ field }) => field && anchors.includes(anchorOf(field)),
  );
  const [first] = found;
  if (!first) return true;
  const others = (before: readonly Problem[]) =>
    before.filter(({ field }) => !found.some((one) => one.field === field));
  flushSync(() => setProblems((before) => [...others(before), ...found]));
  const place = document.getElementById(anchorOf(first.field!));
  const control = place?.querySelector<HTMLElement>("[aria-invalid]") ?? place?.querySelector("input, select, button");
  control?.focus();
  return false;
}

/** A draft may be older than the questionnaire: what is no longer asked is left where it is. */
export function knownOnly(questionnaire: Questionnaire, answers: DraftAnswers): DraftAnswers {
  const asked = new Set(questionsOf(questionnaire).map(({ id }) => anchorOf(id)));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(anchorOf(key))));
}
