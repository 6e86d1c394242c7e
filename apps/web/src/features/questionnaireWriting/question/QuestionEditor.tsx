import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router-dom";
import choice from "../../../ui/Choice.module.css";
import { Choices, RadioCard } from "../../../ui/Choice.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Fieldset } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { keysOf } from "../../../i18n/vocabulary.ts";
import { askedBefore, type Composed, type ComposedQuestionnaire, isAsked } from "../composed.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { fieldLabel, fieldWords } from "./fieldWords.ts";
import { visibilityHints, visibilityNames } from "./question.labels.ts";
import { fieldsOf, inputOf, type QuestionFields, sameField } from "./questionFields.ts";
import { QuestionSettings } from "./QuestionSettings.tsx";
import { SaveBar } from "../SaveBar.tsx";
import { Stale } from "../Stale.tsx";
import { TextArea } from "../TextArea.tsx";
import { TypeField } from "./TypeField.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { useEditing } from "../../../ui/useEditing.ts";
import { editQuestion } from "../questionnaire.mutations.tsx";
import { ReasonField } from "../Reason.tsx";

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  composed: Composed;
  onReplace: () => void;
}

/** Fields that change nothing of the question as asked: no reason is needed for them. */
const quiet = new Set<keyof QuestionFields>(["usedIn", "visibility"]);

/** One question, in a form fit for its type. It is saved when one says so; what is refused stays as it was typed. */
export function QuestionEditor({ composedQuestionnaire, composed, onReplace }: Props) {
  const { question, answerCount, retiredOptions } = composed;
  const { sections, hasResponses } = composedQuestionnaire;
  const answered = answerCount > 0;
  const [reason, setReason] = useState("");
  const act = useAct(editQuestion);
  const editing = useEditing({
    id: question.id,
    name: m.questionnaireWriting_question_n({ code: question.code }),
    version: composed.version,
    fields: fieldsOf(question),
    same: sameField,
    save: async (fields, changed, version) => {
      const done = !!(await act.run({
        id: question.id,
        version,
        ...inputOf(
          fields,
          changed,
          retiredOptions.map(({ value }) => value),
        ),
        reason: reason.trim() || undefined,
      }));
      if (done) setReason("");
      return done;
    },
  });
  const { mine, set, changed, dirty } = editing;
  const before = askedBefore(sections, question.id);
  const isText = mine.type === "TEXT_BLOCK";
  const asked = isAsked(composedQuestionnaire, question.id);
  const waits = composedQuestionnaire.questionnaire.state !== "DRAFT" && !asked;
  const refused = act.problems.some(({ field }) => field === "reason");
  const needsReason = refused || (answered && changed.some((field) => !quiet.has(field)));
  const form = useRef<HTMLDivElement>(null);
  useFlaws(form);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void editing.submit();
    }
  };

  return (
    <div ref={form} onKeyDown={onKeyDown} role="presentation" className="questionnaireWriting-editor-form">
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.questionnaireWriting_question_n({ code: question.code })}
        onSubmit={() => void editing.submit()}
        labelOf={(field) => fieldLabel(field as keyof QuestionFields)}
      >
        <Stale editing={editing} labelOf={fieldLabel} show={(field, value) => fieldWords(field, value, before)} />
        <TextArea
          name="label"
          label={isText ? m.questionnaireWriting_text() : m.questionnaireWriting_label()}
          value={mine.label}
          onChange={(label) => set({ label })}
        />
        <TypeField
          type={mine.type}
          kept={asked}
          answerCount={answerCount}
          onChange={(type) => set({ type })}
          onReplace={onReplace}
        />
        {!isText && <QuestionSettings fields={mine} set={set} retired={retiredOptions} />}
        {!isText && (
          <>
            <TextArea
              name="rationale"
              label={m.questionnaireWriting_rationale()}
              help={m.questionnaireWriting_rationale_help()}
              value={mine.rationale}
              onChange={(rationale) => set({ rationale })}
            />
            <TextArea
              name="usedIn"
              label={m.questionnaireWriting_used_in()}
              help={m.questionnaireWriting_used_in_help()}
              optional
              value={mine.usedIn}
              onChange={(usedIn) => set({ usedIn })}
            />
          </>
        )}
        <Disclosure summary={m.questionnaireWriting_more_words()} open={!!(question.plain || question.help)}>
          <div className="questionnaireWriting-stack">
            {!isText && (
              <TextArea
                name="help"
                label={m.questionnaireWriting_help()}
                help={m.questionnaireWriting_help_help()}
                optional
                value={mine.help}
                onChange={(help) => set({ help })}
              />
            )}
            <TextArea
              name="plain"
              label={m.questionnaireWriting_plain()}
              help={m.questionnaireWriting_plain_help()}
              optional
              value={mine.plain}
              onChange={(plain) => set({ plain })}
            />
          </div>
        </Disclosure>
        {!isText && (
          <>
            <label className="questionnaireWriting-tick">
              <input
                type="checkbox"
                className={choice.checkbox}
                checked={mine.required}
                onChange={(event) => set({ required: event.currentTarget.checked })}
              />
              <span>
                {m.questionnaireWriting_required()}
                <small>{m.questionnaireWriting_required_help()}</small>
              </span>
            </label>
            <label className="questionnaireWriting-tick">
              <input
                type="checkbox"
                className={choice.checkbox}
                checked={mine.short}
                onChange={(event) => set({ short: event.currentTarget.checked })}
              />
              <span>
                {m.questionnaireWriting_short()}
                <small>{m.questionnaireWriting_short_help()}</small>
              </span>
            </label>
            <Fieldset
              name="visibility"
              legend={m.questionnaireWriting_visibility()}
              help={answered ? m.questionnaireWriting_visibility_answered() : undefined}
            >
              <Choices single>
                {keysOf(visibilityNames).map((visibility) => (
                  <RadioCard
                    name="visibility"
                    value={visibility}
                    label={visibilityNames[visibility]()}
                    help={visibilityHints[visibility]()}
                    checked={mine.visibility === visibility}
                    onChange={() => set({ visibility })}
                    key={visibility}
                  />
                ))}
              </Choices>
            </Fieldset>
          </>
        )}
        <ConditionEditor before={before} value={mine.visibleIf} onChange={(visibleIf) => set({ visibleIf })} />
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
        <SaveBar
          dirty={dirty}
          busy={act.busy}
          done={act.done}
          failed={act.failed}
          onRevert={() => {
            editing.revert();
            act.reset();
          }}
          label={act.problems.some(({ code }) => code === "STALE") ? m.questionnaireWriting_save_again() : undefined}
        />
      </Form>
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
