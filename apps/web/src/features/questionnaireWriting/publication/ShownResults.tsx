import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { CheckboxCard, Choices, RadioCard } from "../../../ui/Choice.tsx";
import { Fieldset } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { keysOf, type Names } from "../../../i18n/vocabulary.ts";
import { askedOf, type ComposedQuestionnaire } from "../composed.tsx";
import { showResults } from "./life.mutations.tsx";
import { SaveBar } from "../SaveBar.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { useEditing } from "../../../ui/useEditing.ts";

type Shown = ComposedQuestionnaire["questionnaire"]["resultsShown"];

const shownNames: Names<Shown> = {
  HIDDEN: m.questionnaireWriting_shown_HIDDEN,
  CHOSEN: m.questionnaireWriting_shown_CHOSEN,
  ALL: m.questionnaireWriting_shown_ALL,
};

/** Results anybody may see: none, those of some questions, all. */
export function ShownResults({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, version, questionnaire, sections } = composedQuestionnaire;
  const act = useAct(showResults);
  const questions = askedOf(sections).filter(
    ({ question }) => question.type !== "TEXT_BLOCK" && question.visibility !== "TEAM",
  );
  const editing = useEditing<{ shown: Shown; questionIds: readonly string[] }>({
    id: `${id} results`,
    name: m.questionnaireWriting_shown(),
    version,
    fields: {
      shown: questionnaire.resultsShown,
      questionIds: questions.filter(({ resultsShown }) => resultsShown).map((one) => one.id),
    },
    save: async (fields) => !!(await act.run({ id, shown: fields.shown, questionIds: [...fields.questionIds] })),
  });
  const { mine, set } = editing;
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.questionnaireWriting_shown()}
      onSubmit={() => void editing.submit()}
    >
      <Fieldset name="shown" legend={m.questionnaireWriting_shown_what()} help={m.questionnaireWriting_shown_help()}>
        <Choices single>
          {keysOf(shownNames).map((shown) => (
            <RadioCard
              name="shown"
              value={shown}
              label={shownNames[shown]()}
              checked={mine.shown === shown}
              onChange={() => set({ shown })}
              key={shown}
            />
          ))}
        </Choices>
      </Fieldset>
      {mine.shown === "CHOSEN" && (
        <Fieldset name="questionIds" legend={m.questionnaireWriting_shown_which()}>
          <Choices single>
            {questions.map(({ id: one, question }) => (
              <CheckboxCard
                name="questionIds"
                value={one}
                label={
                  <>
                    {question.code} <span lang={contentLang()}>{question.label}</span>
                  </>
                }
                checked={mine.questionIds.includes(one)}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  // In the order of the questions, so that ticking and unticking changes nothing.
                  const now = new Set(on ? [...mine.questionIds, one] : mine.questionIds.filter((it) => it !== one));
                  set({ questionIds: questions.map((it) => it.id).filter((it) => now.has(it)) });
                }}
                key={one}
              />
            ))}
          </Choices>
        </Fieldset>
      )}
      <SaveBar dirty={editing.dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
    </Form>
  );
}
