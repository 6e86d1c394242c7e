import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router-dom";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { askedBefore, type Composed, type ComposedQuestionnaire, isAsked } from "../composed.tsx";
import { editQuestion } from "../questionnaire.mutations.tsx";
import { ReasonField } from "../Reason.tsx";
import { SaveBar } from "../SaveBar.tsx";
import { Stale } from "../Stale.tsx";
import { useComposing } from "../useComposing.ts";
import { Beside } from "./Beside.tsx";
import { fieldLabel, fieldWords } from "./fieldWords.ts";
import { fieldsOf, inputOf, named, type QuestionFields, sameField } from "./questionFields.ts";
import { QuestionForm } from "./QuestionForm.tsx";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  composed: Composed;
  onReplace: () => void;
}

/** Fields that change nothing of the question as asked: no reason is needed for them. */
const quiet = new Set<keyof QuestionFields>(["usedIn", "visibility"]);

/** Milliseconds without a key; longer in a choice that has no value yet, which its first words give it. */
const rest = { words: 1200, newChoice: 4000 };

const restOf = ({ label }: QuestionFields) =>
  label.trim() === "" ? null : document.activeElement?.matches("[data-new]") ? rest.newChoice : rest.words;

/**
 * One question, in a form fit for its type: saved as one types before publication, and when one says so afterwards. What is
 * refused stays as it was typed.
 */
export function QuestionEditor({ composedQuestionnaire, composed, onReplace }: Props) {
  const { question, answerCount, retiredOptions } = composed;
  const { sections, hasResponses } = composedQuestionnaire;
  const draft = composedQuestionnaire.questionnaire.state === "DRAFT";
  const answered = answerCount > 0;
  const [reason, setReason] = useState("");
  const retired = retiredOptions.map(({ value }) => value);
  const editing = useComposing({
    id: question.id,
    name: m.questionnaireWriting_question_n({ code: question.code }),
    version: composed.version,
    fields: fieldsOf(question, composed.plainWords),
    same: sameField,
    asTyped: draft,
    restOf,
    mutation: editQuestion,
    inputOf: (fields, changed, version) => ({
      id: question.id,
      version,
      ...inputOf(fields, changed, retired),
      reason: reason.trim() || undefined,
    }),
    onSend: (fields) => {
      const { options, rows, scale } = named(fields, retired);
      editing.set({ options, rows, scale });
    },
    onSaved: () => setReason(""),
  });
  const { mine, set, changed, dirty, problems } = editing;
  const before = askedBefore(sections, question.id);
  const asked = isAsked(composedQuestionnaire, question.id);
  const waits = !draft && !asked;
  const refused = problems.some(({ field }) => field === "reason");
  const needsReason = refused || (answered && changed.some((field) => !quiet.has(field)));
  const form = useRef<HTMLDivElement>(null);
  useFlaws(form);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void editing.save();
    }
  };

  return (
    <div className="questionnaireWriting-editor">
      <Beside slug={composedQuestionnaire.questionnaire.slug} {...{ question, mine, before }} />
      <div ref={form} onKeyDown={onKeyDown} role="presentation" className="questionnaireWriting-editor-form">
        <Form
          problems={problems}
          busy={!draft && editing.busy}
          label={m.questionnaireWriting_question_n({ code: question.code })}
          onSubmit={() => void editing.save()}
          labelOf={(field) => fieldLabel(field as keyof QuestionFields)}
        >
          <Stale editing={editing} labelOf={fieldLabel} show={(field, value) => fieldWords(field, value, before)} />
          <QuestionForm {...{ composed, mine, set, before, asked, onReplace }} />
          {waits && <Notice tone="warn">{m.questionnaireWriting_not_asked_yet()}</Notice>}
          {hasResponses && dirty && !answered && asked && <Notice>{m.questionnaireWriting_changes_now()}</Notice>}
          {needsReason && (
            <div className="questionnaireWriting-reason">
              {answered && (
                <Notice>
                  {m.questionnaireWriting_keeps_wording({ count: answerCount })}{" "}
                  {m.questionnaireWriting_keeps_wording_next()}
                </Notice>
              )}
              <ReasonField value={reason} onChange={setReason} />
            </div>
          )}
          <SaveBar {...editing.bar} />
        </Form>
      </div>
    </div>
  );
}

/** A link to what is missing leads to its field: the address names it, `#rationale`. */
function useFlaws(form: RefObject<HTMLElement | null>) {
  const { hash } = useLocation();
  useEffect(() => {
    const wanted = hash.slice(1);
    if (!/^[a-zA-Z]+$/.test(wanted)) return;
    const field =
      form.current?.querySelector<HTMLElement>(`[name="${wanted}"]`) ??
      form.current?.querySelector<HTMLElement>(`fieldset[id$="${wanted}"] :is(input, select, button)`);
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  }, [form, hash]);
}
