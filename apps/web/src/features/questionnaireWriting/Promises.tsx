import { m } from "@cahier/schema/messages";
import choice from "../../ui/Choice.module.css";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import type { Composition } from "./composition.tsx";
import { plainWords } from "./fieldWords.ts";
import { fromParisTime, toParisTime } from "./parisTime.ts";
import { SaveBar } from "./SaveBar.tsx";
import { Stale } from "./Stale.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { editQuestionnaire } from "./writingActs.tsx";

const labels = { anonymous: m.studio_anonymous, resultsHiddenUntil: m.studio_results_hidden };

/** What participants are promised: more can be promised once it is open, never less. */
export function Promises({ composition }: { composition: Composition }) {
  const { id, version, questionnaire } = composition;
  const act = useAct(editQuestionnaire);
  const editing = useEditing({
    id: `${id} promises`,
    name: m.studio_promises(),
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
      label={m.studio_promises()}
      onSubmit={() => void editing.submit()}
      labelOf={(field) => labels[field as keyof typeof labels]?.()}
    >
      <Stale
        editing={editing}
        labelOf={(field) => labels[field]()}
        show={(_, value) => plainWords(typeof value === "string" ? value.replace("T", " ") : value)}
      />
      {begun && <p className="quiet">{m.studio_promises_kept()}</p>}
      <label className="studio-tick">
        <input
          type="checkbox"
          name="anonymous"
          className={choice.checkbox}
          checked={mine.anonymous}
          disabled={begun && questionnaire.anonymous}
          onChange={(event) => set({ anonymous: event.currentTarget.checked })}
        />
        <span>
          {m.studio_anonymous()}
          <small>{m.studio_anonymous_help()}</small>
        </span>
      </label>
      <TextField
        name="resultsHiddenUntil"
        type="datetime-local"
        label={m.studio_results_hidden()}
        help={m.studio_results_hidden_help()}
        optional
        value={mine.resultsHiddenUntil}
        onChange={(event) => set({ resultsHiddenUntil: event.currentTarget.value })}
      />
      <SaveBar dirty={editing.dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
    </Form>
  );
}
