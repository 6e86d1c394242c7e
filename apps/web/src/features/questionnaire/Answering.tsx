import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router-dom";
import type { Answering_questionnaire } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { questionAsked } from "../../shared/questionAsked.tsx";
import choice from "../../ui/Choice.module.css";
import { Description } from "../../ui/Description.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { LinkedData } from "../../ui/LinkedData.tsx";
import { Style } from "../../ui/Style.tsx";
import type { Problem } from "../../ui/problems.ts";
import sheet from "./answering.css?url";
import { Aside } from "./Aside.tsx";
import type { Attempt } from "./draft/draft.ts";
import { DraftNews, DraftState } from "./draft/DraftState.tsx";
import type { Changed } from "./draft/keeper.ts";
import { type Part, partsOf } from "./parts.ts";
import { PartStep } from "./PartStep.tsx";
import { PartSteps, Progress } from "./Progress.tsx";
import { onTelephone, PlaceContext } from "./place.ts";
import { inSimpleWords } from "./simple.ts";
import { anchorOf, type Question, type Region } from "./question.ts";
import { loadFields } from "./fields/QuestionField.tsx";
import { useDraft, usePlain } from "./draft/useDraft.ts";
import { SaidIn } from "./saidIn.ts";
import { About, questionOf, Top } from "./Top.tsx";

const fragment: TypedDocumentNode<Answering_questionnaire> = gql`
  fragment Answering_questionnaire on Questionnaire {
    id
    slug
    number
    title
    intro
    plainIntro
    language
    closesAt
    objective {
      id
      question
    }
    repeatQuestionId
    revision
    anonymous
    publishedAlone
    startingPoint {
      words
      synthesis {
        id
        slug
        title
      }
    }
    sections {
      id
      title
      intro
      plainIntro
      questions {
        ...QuestionAsked_question @unmask
        plainHelp
        options {
          plain
        }
        rows {
          plain
        }
        scale {
          plain
        }
        since
      }
    }
  }
  ${questionAsked}
`;

interface Props {
  questionnaire: Answering_questionnaire;
  regions: readonly Region[];
  /** Introduction above the first question. */
  before?: ReactNode;
  /** Response already sent, being changed. */
  changed?: Changed;
  /** Its answers that were saved elsewhere since. */
  theirs?: Changed["answers"];
  /** Hands a response over: what is refused comes back, nothing when it was received. Throws when nobody answers. */
  send: (response: Attempt & { key: string }) => Promise<readonly Problem[]>;
}

const loadReview = () => import("./Review.tsx");
const Review = lazy(async () => ({ default: (await loadReview()).Review }));

const loadLeaving = () => import("./draft/Leaving.tsx");
const Leaving = lazy(async () => ({ default: (await loadLeaving()).Leaving }));

const none: readonly Problem[] = [];

/** Drops the problems of a field once it is written in again. */
const without = (key: string) => (problems: readonly Problem[]) =>
  problems.some(({ field }) => field === key) ? problems.filter(({ field }) => field !== key) : problems;

/**
 * A questionnaire being answered: its parts one at a time, then all that was written, read again before it is sent. To
 * be selected with `@unmask`.
 */
export function Answering({ questionnaire: asWritten, regions, before, changed, theirs, send }: Props) {
  const { id, slug, number, title, language, repeatQuestionId, revision } = asWritten;
  const { keeper, kept } = useDraft({ questionnaireId: id, slug, title, repeatQuestionId, revision }, changed);
  const [plain, setPlain] = usePlain();
  const questionnaire = useMemo(() => (plain ? inSimpleWords(asWritten) : asWritten), [plain, asWritten]);
  const [problems, setProblems] = useState(none);
  const parts = useMemo(() => partsOf(questionnaire, kept.draft.answers), [questionnaire, kept.draft.answers]);
  const current = useCurrentPart(parts.length);
  const part = parts[current - 1];
  const now = useCurrentQuestion(part, kept.ready);
  useResumed(slug, kept.resumed ? kept.draft.part : 0);
  useEffect(() => {
    if (kept.ready && current <= parts.length) keeper.goTo(current);
  }, [keeper, kept.ready, current, parts.length]);

  // Not needed at first sight, and there before a network can be cut.
  useEffect(() => void Promise.all([loadReview(), loadFields(), loadLeaving()]).catch(() => undefined), []);

  const settled = (asked: readonly Question[]) =>
    loadReview().then(
      ({ told }) => told(questionnaire, kept.draft.answers, asked, setProblems),
      () => true,
    );

  const question = questionOf(questionnaire);
  const state = <DraftState keeper={keeper} kept={kept} />;
  return (
    <SaidIn value={language}>
      <Style href={sheet} />
      <div className="scripted questionnaire-page" data-answering>
        <title>{`${current === 1 ? question : (part?.title ?? m.questionnaire_review())} · ${m.questionnaire_number({ number })} · Cahier commun`}</title>
        {import.meta.env.SSR && (
          <>
            <Description of={`${title}. ${m.questionnaire_open_until()} ${formatDate(questionnaire.closesAt)}.`} />
            <LinkedData of={{ "@type": "Question", name: question, text: title, isAccessibleForFree: true }} />
          </>
        )}
        <div className="flow questionnaire-side">
          <About questionnaire={questionnaire} />
          {parts.length > 1 && <PartSteps slug={slug} parts={parts} current={current} />}
        </div>
        {part && (
          <>
            <Top questionnaire={questionnaire}>
              <label className="questionnaire-plain">
                <input
                  type="checkbox"
                  className={choice.checkbox}
                  checked={plain}
                  onChange={(event) => setPlain(event.target.checked)}
                />
                {m.questionnaire_plain()}
              </label>
            </Top>
            <Progress parts={parts} part={part} now={now?.id} />
          </>
        )}
        <div className="flow questionnaire-middle">
          {kept.draft.waiting && (
            <Suspense>
              <Leaving {...{ keeper, kept, send }} onProblems={setProblems} />
            </Suspense>
          )}
          <DraftNews {...{ keeper, kept, questionnaire, parts }} />
          {kept.resumed && <Notice>{m.questionnaire_resumed()}</Notice>}
          {current === 1 && before}
          {part ? (
            <PartStep
              {...{ questionnaire, parts, part, now, kept, regions, problems, settled }}
              onAnswer={(key, value) => {
                keeper.answer(key, value);
                setProblems(without(key));
              }}
              onSettle={(key, take) => keeper.settle(key, take)}
            >
              {state}
            </PartStep>
          ) : (
            <>
              <Suspense>
                <Review
                  {...{ questionnaire, parts, kept, keeper, regions, problems, theirs, send }}
                  before={theirs ?? changed?.answers}
                  onProblems={setProblems}
                  onMend={(field) => setProblems(without(field))}
                />
              </Suspense>
              {state}
            </>
          )}
        </div>
        <Aside questionnaire={questionnaire} />
      </div>
    </SaidIn>
  );
}

Answering.fragment = fragment;

/** The part that the address names, from 1; one more for the review. On a change the focus goes to what is new. */
function useCurrentPart(parts: number) {
  const wanted = useSearchParams()[0].get("part");
  const { key, hash } = useLocation();
  const arrived = useRef(key);
  useEffect(() => {
    if (arrived.current === key) return;
    arrived.current = key;
    const question = hash && document.getElementById(hash.slice(1));
    const step = document.getElementById("step");
    if (question && !onTelephone()) {
      question.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
      question.scrollIntoView({ block: "center" });
    } else if (step) {
      step.focus({ preventScroll: true });
      if (onTelephone()) step.scrollIntoView();
    } else document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
  }, [key, hash]);
  if (wanted === "review") return parts + 1;
  return Math.min(Math.max(1, Math.trunc(Number(wanted)) || 1), parts);
}

/** The question of a part that the address names, once the page is alive; else its first. */
function useCurrentQuestion(part: Part | undefined, alive: boolean) {
  const { hash } = useLocation();
  return (alive && part?.asked.find(({ id }) => `#${anchorOf(id)}` === hash)) || part?.asked[0];
}

/** A draft found on the device opens where it was left, unless the address says otherwise. */
function useResumed(slug: string, part: number) {
  const navigate = useNavigate();
  const { hrefOf } = useContext(PlaceContext);
  const { search } = useLocation();
  const done = useRef(false);
  useEffect(() => {
    if (!part || done.current) return;
    done.current = true;
    if (part > 1 && !search) void navigate(hrefOf(slug, part), { replace: true });
  }, [navigate, hrefOf, part, search, slug]);
}
