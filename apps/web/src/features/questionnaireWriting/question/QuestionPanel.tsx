import { m } from "@cahier/schema/messages";
import { use, useEffect, useRef, useState } from "react";
import { contentLang } from "../../../i18n/content.ts";
import { Button, ButtonLink } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { paths } from "../../../paths.ts";
import { type Composed, type ComposedQuestionnaire, isAsked } from "../composed.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import { CopyNotice } from "./CopyNotice.tsx";
import { KeyPoints } from "./KeyPoints.tsx";
import { MoveTo } from "../MoveTo.tsx";
import { has } from "./questionFields.ts";
import { QuestionEditor } from "./QuestionEditor.tsx";
import { ReasonDialog } from "../publication/ReasonDialog.tsx";
import { Replace } from "./Replace.tsx";
import { Revisions } from "./Revisions.tsx";
import { SayContext } from "../SayContext.ts";
import { UnsavedContext } from "../../../ui/unsaved.ts";
import { useAct } from "../../../ui/useAct.ts";
import { duplicateQuestion, removeQuestion, restoreQuestion } from "../questionnaire.mutations.tsx";
import { useNewIds } from "../useNewIds.ts";
import { questionTypes } from "../../../shared/questionTypes.ts";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  composed: Composed;
  /** Opens another question, or none; a copy, with the question that it is one of. */
  onOpen: (id: string | null, source?: string) => void;
}

/** The question that is open: its form, and what can be done with it as a whole. */
export function QuestionPanel({ composedQuestionnaire, composed, onOpen }: Props) {
  const { question, retired, answerCount, revisions, replaces } = composed;
  const [asking, setAsking] = useState<"remove" | "replace" | null>(null);
  const say = use(SayContext);
  const unsaved = use(UnsavedContext);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const remove = useAct(removeQuestion);
  const duplicate = useAct(duplicateQuestion);
  const { idsFor, added } = useNewIds();
  const copy = async () => {
    for (const { byItself, save } of unsaved.all()) if (byItself && !(await save())) return;
    const [copyId = ""] = idsFor(question.id);
    if (!(await duplicate.run({ id: question.id, copyId }))) return;
    added();
    say(m.questionnaireWriting_said_copied({ what: question.label }));
    onOpen(copyId, question.id);
  };
  const answered = answerCount > 0;
  // A question people saw is retired; one that nobody saw is deleted.
  const asked = isAsked(composedQuestionnaire, question.id);
  return (
    <section className="questionnaireWriting-panel" aria-labelledby="questionnaireWriting-open">
      <header>
        <ButtonLink
          className="questionnaireWriting-back"
          small
          to={paths.questionnaireWrite(composedQuestionnaire.questionnaire.slug)}
        >
          <Icon name="back" size={18} /> {m.questionnaireWriting_back_to_outline()}
        </ButtonLink>
        <h3 id="questionnaireWriting-open" tabIndex={-1} ref={title}>
          {m.questionnaireWriting_question_n({ code: question.code })}
        </h3>
        <p className="cluster">
          <Chip>{questionTypes[question.type]()}</Chip>
          {answered && <Chip>{m.questionnaireWriting_answers({ count: answerCount })}</Chip>}
          {replaces && <span className="quiet">{m.questionnaireWriting_replaces({ code: replaces })}</span>}
        </p>
      </header>
      <CopyNotice
        composedQuestionnaire={composedQuestionnaire}
        onTakenBack={(source) => {
          unsaved.forget();
          onOpen(source);
        }}
        composed={composed}
      />
      {retired ? (
        <Retired composed={composed} />
      ) : (
        <>
          <QuestionEditor
            composedQuestionnaire={composedQuestionnaire}
            composed={composed}
            onReplace={() => setAsking("replace")}
          />
          {has(question.type, "options") && question.type !== "ORGANISATION_TYPE" && (
            <Disclosure summary={m.questionnaireWriting_key_points()}>
              <KeyPoints composed={composed} syntheses={composedQuestionnaire.syntheses} blocked={unsaved.any()} />
            </Disclosure>
          )}
        </>
      )}
      {revisions.length > 0 && (
        <Disclosure summary={m.questionnaireWriting_revisions({ count: revisions.length })}>
          <Revisions revisions={revisions} />
        </Disclosure>
      )}
      {!retired && (
        <footer className="questionnaireWriting-panel-foot">
          <MoveTo sections={composedQuestionnaire.sections} composed={composed} />
          <Failed because={duplicate.failed} />
          {duplicate.problems.map((problem) => (
            <Notice tone="warn" key={problem.code}>
              {problemSentence(problem)}
            </Notice>
          ))}
          <Button small disabled={duplicate.busy} onClick={() => void copy()}>
            {m.questionnaireWriting_duplicate()}
          </Button>
          <Button small onClick={() => setAsking("remove")}>
            {asked ? m.questionnaireWriting_retire() : m.questionnaireWriting_remove()}
          </Button>
        </footer>
      )}
      <ReasonDialog
        open={asking === "remove"}
        onClose={() => setAsking(null)}
        title={
          asked
            ? m.questionnaireWriting_retire_title({ code: question.code })
            : m.questionnaireWriting_remove_title({ code: question.code })
        }
        what={
          <p>
            {asked ? m.questionnaireWriting_retire_what({ count: answerCount }) : m.questionnaireWriting_remove_what()}
          </p>
        }
        act={asked ? m.questionnaireWriting_retire() : m.questionnaireWriting_remove()}
        about={question.id}
        reasonHelp={asked ? m.questionnaireWriting_reason_help() : null}
        problems={remove.problems}
        busy={remove.busy}
        failed={remove.failed}
        run={async (reason) => {
          const done = !!(await remove.run({ id: question.id, reason: reason || undefined }));
          if (done) {
            say(m.questionnaireWriting_said_removed({ what: question.label }));
            unsaved.forget();
            if (!asked) onOpen(null);
          }
          return done;
        }}
      />
      <Replace
        open={asking === "replace"}
        onClose={() => setAsking(null)}
        composedQuestionnaire={composedQuestionnaire}
        composed={composed}
        onReplaced={onOpen}
      />
    </section>
  );
}

/** A question that is no longer asked: what it was, why, and the way back. */
function Retired({ composed }: { composed: Composed }) {
  const { question, retiredReason, answerCount } = composed;
  const act = useAct(restoreQuestion);
  return (
    <div className="questionnaireWriting-stack">
      <p className="questionnaireWriting-asked" lang={contentLang()}>
        {question.label}
      </p>
      {question.options.length > 0 && (
        <p className="quiet" lang={contentLang()}>
          {question.options.map(({ label }) => label).join(" · ")}
        </p>
      )}
      <Notice>
        <p>{m.questionnaireWriting_retired_keeps({ count: answerCount })}</p>
        {retiredReason && (
          <p>
            {m.questionnaireWriting_because()} {retiredReason}
          </p>
        )}
      </Notice>
      {act.problems.length > 0 && <Notice tone="warn">{m.problem_NOT_NOW()}</Notice>}
      <Failed because={act.failed} />
      <p>
        <Button disabled={act.busy} onClick={() => void act.run({ id: question.id })}>
          {m.questionnaireWriting_restore()}
        </Button>
      </p>
    </div>
  );
}
