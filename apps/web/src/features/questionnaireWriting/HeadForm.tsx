import { m } from "@cahier/schema/messages";
import choice from "../../ui/Choice.module.css";
import { Button } from "../../ui/Button.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { askedOf, type Composition } from "./composition.tsx";
import { plainWords } from "./fieldWords.ts";
import { fromParisTime, toParisTime } from "./parisTime.ts";
import { SaveBar } from "./SaveBar.tsx";
import { Stale } from "./Stale.tsx";
import { TextArea } from "./TextArea.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { editQuestionnaire } from "./writingActs.tsx";

interface HeadFields {
  title: string;
  intro: string;
  estimatedMinutes: string;
  opensAt: string;
  closesAt: string;
  repeatQuestionId: string;
  template: boolean;
}

const labels: Record<keyof HeadFields, () => string> = {
  title: m.studio_title_field,
  intro: m.studio_intro,
  estimatedMinutes: m.studio_minutes,
  opensAt: m.studio_opens,
  closesAt: m.studio_closes,
  repeatQuestionId: m.studio_repeat,
  template: m.studio_template,
};

const fieldsOf = ({ questionnaire: it, template }: Composition): HeadFields => ({
  title: it.title,
  intro: it.intro,
  estimatedMinutes: `${it.estimatedMinutes}`,
  opensAt: toParisTime(it.opensAt),
  closesAt: toParisTime(it.closesAt),
  repeatQuestionId: it.repeatQuestionId ?? "",
  template,
});

const valueOf = (field: keyof HeadFields, fields: HeadFields) =>
  field === "opensAt" || field === "closesAt"
    ? fromParisTime(fields[field])
    : field === "estimatedMinutes"
      ? Number(fields[field]) || 0
      : field === "repeatQuestionId"
        ? fields[field] || null
        : fields[field];

/** What a questionnaire says of itself, when it opens and closes, how long it takes, and how often one answers. */
export function HeadForm({ composition }: { composition: Composition }) {
  const { id, version, questionnaire, suggestedMinutes, sections } = composition;
  const act = useAct(editQuestionnaire);
  const editing = useEditing({
    id: `${id} head`,
    name: m.studio_view_head(),
    version,
    fields: fieldsOf(composition),
    save: async (fields, changed, at) =>
      !!(await act.run({
        id,
        version: at,
        ...Object.fromEntries(changed.map((field) => [field, valueOf(field, fields)])),
      })),
  });
  const { mine, set } = editing;
  const repeatable = askedOf(sections)
    .map(({ question }) => question)
    .filter(({ type }) => type === "SINGLE_CHOICE");
  const draft = questionnaire.state === "DRAFT";
  const show = (field: keyof HeadFields, value: unknown) =>
    field === "repeatQuestionId"
      ? (repeatable.find((one) => one.id === value)?.label ?? m.studio_repeat_once())
      : plainWords(field === "opensAt" || field === "closesAt" ? (value as string).replace("T", " ") : value);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.studio_view_head()}
      onSubmit={() => void editing.submit()}
      labelOf={(field) => labels[field as keyof HeadFields]?.()}
    >
      <Stale editing={editing} labelOf={(field) => labels[field]()} show={show} />
      <TextArea name="title" label={m.studio_title_field()} value={mine.title} onChange={(title) => set({ title })} />
      <TextArea
        name="intro"
        label={m.studio_intro()}
        help={m.studio_intro_help()}
        value={mine.intro}
        onChange={(intro) => set({ intro })}
        rows={4}
      />
      <div className="studio-pair">
        <TextField
          name="opensAt"
          type="datetime-local"
          label={m.studio_opens()}
          help={m.studio_paris()}
          value={mine.opensAt}
          onChange={(event) => set({ opensAt: event.currentTarget.value })}
        />
        <TextField
          name="closesAt"
          type="datetime-local"
          label={m.studio_closes()}
          help={m.studio_paris()}
          value={mine.closesAt}
          onChange={(event) => set({ closesAt: event.currentTarget.value })}
        />
      </div>
      <div className="studio-inline">
        <TextField
          name="estimatedMinutes"
          type="number"
          min={1}
          label={m.studio_minutes()}
          help={m.studio_minutes_help({ minutes: suggestedMinutes })}
          value={mine.estimatedMinutes}
          onChange={(event) => set({ estimatedMinutes: event.currentTarget.value })}
        />
        {mine.estimatedMinutes !== `${suggestedMinutes}` && (
          <Button small onClick={() => set({ estimatedMinutes: `${suggestedMinutes}` })}>
            {m.studio_minutes_take({ minutes: suggestedMinutes })}
          </Button>
        )}
      </div>
      <Select
        name="repeatQuestionId"
        label={m.studio_repeat()}
        help={m.studio_repeat_help()}
        value={mine.repeatQuestionId}
        onChange={(event) => set({ repeatQuestionId: event.currentTarget.value })}
      >
        <option value="">{m.studio_repeat_once()}</option>
        {repeatable.map(({ id: one, code, label }) => (
          <option value={one} key={one}>
            {m.studio_repeat_by({ code, label })}
          </option>
        ))}
      </Select>
      {draft && (
        <label className="studio-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={mine.template}
            onChange={(event) => set({ template: event.currentTarget.checked })}
          />
          <span>
            {m.studio_template()}
            <small>{m.studio_template_help()}</small>
          </span>
        </label>
      )}
      <SaveBar dirty={editing.dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
    </Form>
  );
}
