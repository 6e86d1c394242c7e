import { m } from "@cahier/schema/messages";
import { keysOf } from "../../../i18n/vocabulary.ts";
import choice from "../../../ui/Choice.module.css";
import { Choices, RadioCard } from "../../../ui/Choice.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Fieldset } from "../../../ui/Field.tsx";
import type { Composed, Question } from "../composed.tsx";
import { TextArea } from "../TextArea.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { visibilityHints, visibilityNames } from "./question.labels.ts";
import type { QuestionFields } from "./questionFields.ts";
import { PlainChoices } from "./PlainChoices.tsx";
import { QuestionSettings } from "./QuestionSettings.tsx";
import { TypeField } from "./TypeField.tsx";

interface Props {
  composed: Composed;
  mine: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
  /** The questions asked before it: what its condition may look at. */
  before: readonly Question[];
  /** True if people can see it: its type is kept. */
  asked: boolean;
  onReplace: () => void;
}

/** The fields of a question, fit for its type. */
export function QuestionForm({ composed, mine, set, before, asked, onReplace }: Props) {
  const { question, answerCount, retiredOptions } = composed;
  const answered = answerCount > 0;
  const isText = mine.type === "TEXT_BLOCK";
  return (
    <>
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
      <Disclosure
        summary={m.questionnaireWriting_more_words()}
        open={!!(question.plain || question.help || mine.plainHelp)}
      >
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
          {!isText && (
            <TextArea
              name="plainHelp"
              label={m.questionnaireWriting_plain_help_words()}
              optional
              value={mine.plainHelp}
              onChange={(plainHelp) => set({ plainHelp })}
            />
          )}
          <PlainChoices {...{ mine, set }} />
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
    </>
  );
}
