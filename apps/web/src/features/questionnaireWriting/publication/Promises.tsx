import { m } from "@cahier/schema/messages";
import choice from "../../../ui/Choice.module.css";
import { TextField } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import type { ComposedQuestionnaire } from "../composed.tsx";
import { plainWords } from "../question/fieldWords.ts";
import { fromParisTime, toParisTime } from "./parisTime.ts";
import { SaveBar } from "../SaveBar.tsx";
import { Stale } from "../Stale.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { useEditing } from "../../../ui/useEditing.ts";
import { editQuestionnaire } from "../questionnaire.mutations.tsx";

const labels = {
  anonymous: m.questionnaireWriting_anonymous,
  resultsHiddenUntil: m.questionnaireWriting_results_hidden,
};

/** Promises to participants: once it is open more can be promised, never less. */
export function Promises({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, version, questionnaire } = composedQuestionnaire;
  const act = useAct(editQuestionnaire);
  const editing = useEditing({
    id: `${id} promises`,
    name: m.questionnaireWriting_promises(),
    version,
    fields: {
      anonymous: questionnaire.anonymous,
      resultsHiddenUntil: toParisTime(questionnaire.resultsHiddenUntil),
    },
    save: async (fields, changed, at) =>
      !!(await act.run({
        id,
        version: at,
        ...(changed.includes("anonymous") && { anonymous: fields.anonymous }),
        ...(changed.includes("resultsHiddenUntil") && { resultsHiddenUntil: fromParisTime(fields.resultsHiddenUntil) }),
      })),
  });
  const { mine, set } = editing;
  const begun = !["DRAFT", "SCHEDULED"].includes(questionnaire.state);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.questionnaireWriting_promises()}
      onSubmit={() => void editing.submit()}
      labelOf={(field) => labels[field as keyof typeof labels]?.()}
    >
      <Stale
        editing={editing}
        labelOf={(field) => labels[field]()}
        show={(_, value) => plainWords(typeof value === "string" ? value.replace("T", " ") : value)}
      />
      {begun && <p className="quiet">{m.questionnaireWriting_promises_kept()}</p>}
      <label className="questionnaireWriting-tick">
        <input
          type="checkbox"
          name="anonymous"
          className={choice.checkbox}
          checked={mine.anonymous}
          disabled={begun && questionnaire.anonymous}
          onChange={(event) => set({ anonymous: event.currentTarget.checked })}
        />
        <span>
          {m.questionnaireWriting_anonymous()}
          <small>{m.questionnaireWriting_anonymous_help()}</small>
        </span>
      </label>
      <TextField
        name="resultsHiddenUntil"
        type="datetime-local"
        label={m.questionnaireWriting_results_hidden()}
        help={m.questionnaireWriting_results_hidden_help()}
        optional
        value={mine.resultsHiddenUntil}
        onChange={(event) => set({ resultsHiddenUntil: event.currentTarget.value })}
      />
      <SaveBar dirty={editing.dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
    </Form>
  );
}
