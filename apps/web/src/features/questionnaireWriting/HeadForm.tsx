import { m } from "@cahier/schema/messages";
import { numberFrom } from "@cahier/schema/typed";
import { Button } from "../../ui/Button.tsx";
import choice from "../../ui/Choice.module.css";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { askedOf, type ComposedQuestionnaire } from "./composed.tsx";
import { PlainIntro } from "./PlainIntro.tsx";
import { plainWords } from "./question/fieldWords.ts";
import { fromParisTime, toParisTime } from "./publication/parisTime.ts";
import { SaveBar } from "./SaveBar.tsx";
import { Stale } from "./Stale.tsx";
import { TextArea } from "./TextArea.tsx";
import { useComposing } from "./useComposing.ts";
import { editQuestionnaire } from "./questionnaire.mutations.tsx";

/** Milliseconds without a key after which it is saved. */
const rest = 1200;

interface HeadFields {
  title: string;
  intro: string;
  plainIntro: string;
  estimatedMinutes: string;
  opensAt: string;
  closesAt: string;
  repeatQuestionId: string;
  template: boolean;
}

const labels: Record<keyof HeadFields, () => string> = {
  title: m.questionnaireWriting_title_field,
  intro: m.questionnaireWriting_intro,
  plainIntro: m.questionnaireWriting_plain_intro,
  estimatedMinutes: m.questionnaireWriting_minutes,
  opensAt: m.questionnaireWriting_opens,
  closesAt: m.questionnaireWriting_closes,
  repeatQuestionId: m.questionnaireWriting_repeat,
  template: m.questionnaireWriting_template,
};

const fieldsOf = ({ questionnaire: it, template }: ComposedQuestionnaire): HeadFields => ({
  title: it.title,
  intro: it.intro,
  plainIntro: it.plainIntro ?? "",
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
      ? numberFrom(fields[field]) || 0
      : field === "repeatQuestionId"
        ? fields[field] || null
        : fields[field];

/** Head of a questionnaire: its texts, opening and closing dates, duration, and how often one answers. */
export function HeadForm({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, version, questionnaire, suggestedMinutes, sections } = composedQuestionnaire;
  const draft = questionnaire.state === "DRAFT";
  const editing = useComposing({
    id: `${id} head`,
    name: m.questionnaireWriting_view_head(),
    version,
    fields: fieldsOf(composedQuestionnaire),
    asTyped: draft,
    restOf: ({ title, opensAt, closesAt }) => (title.trim() && opensAt && closesAt ? rest : null),
    mutation: editQuestionnaire,
    inputOf: (fields, changed, at) => ({
      id,
      version: at,
      ...Object.fromEntries(changed.map((field) => [field, valueOf(field, fields)])),
    }),
  });
  const { mine, set } = editing;
  const repeatable = askedOf(sections)
    .map(({ question }) => question)
    .filter(({ type }) => type === "SINGLE_CHOICE");
  const show = (field: keyof HeadFields, value: unknown) =>
    field === "repeatQuestionId"
      ? (repeatable.find((one) => one.id === value)?.label ?? m.questionnaireWriting_repeat_once())
      : plainWords(field === "opensAt" || field === "closesAt" ? (value as string).replace("T", " ") : value);
  return (
    <Form
      problems={editing.problems}
      busy={!draft && editing.busy}
      label={m.questionnaireWriting_view_head()}
      onSubmit={() => void editing.save()}
      labelOf={(field) => labels[field as keyof HeadFields]?.()}
    >
      <Stale editing={editing} labelOf={(field) => labels[field]()} show={show} />
      <TextArea
        name="title"
        label={m.questionnaireWriting_title_field()}
        value={mine.title}
        onChange={(title) => set({ title })}
      />
      <TextArea
        name="intro"
        label={m.questionnaireWriting_intro()}
        help={m.questionnaireWriting_intro_help()}
        value={mine.intro}
        onChange={(intro) => set({ intro })}
        rows={4}
      />
      <PlainIntro value={mine.plainIntro} onChange={(plainIntro) => set({ plainIntro })} />
      <div className="questionnaireWriting-pair">
        <TextField
          name="opensAt"
          type="datetime-local"
          label={m.questionnaireWriting_opens()}
          help={m.questionnaireWriting_paris()}
          value={mine.opensAt}
          onChange={(event) => set({ opensAt: event.currentTarget.value })}
        />
        <TextField
          name="closesAt"
          type="datetime-local"
          label={m.questionnaireWriting_closes()}
          help={m.questionnaireWriting_paris()}
          value={mine.closesAt}
          onChange={(event) => set({ closesAt: event.currentTarget.value })}
        />
      </div>
      <div className="questionnaireWriting-inline">
        <TextField
          name="estimatedMinutes"
          type="number"
          min={1}
          label={m.questionnaireWriting_minutes()}
          help={m.questionnaireWriting_minutes_help({ minutes: suggestedMinutes })}
          value={mine.estimatedMinutes}
          onChange={(event) => set({ estimatedMinutes: event.currentTarget.value })}
        />
        {mine.estimatedMinutes !== `${suggestedMinutes}` && (
          <Button small onClick={() => set({ estimatedMinutes: `${suggestedMinutes}` })}>
            {m.questionnaireWriting_minutes_take({ minutes: suggestedMinutes })}
          </Button>
        )}
      </div>
      <Select
        name="repeatQuestionId"
        label={m.questionnaireWriting_repeat()}
        help={m.questionnaireWriting_repeat_help()}
        value={mine.repeatQuestionId}
        onChange={(event) => set({ repeatQuestionId: event.currentTarget.value })}
      >
        <option value="">{m.questionnaireWriting_repeat_once()}</option>
        {repeatable.map(({ id: one, code, label }) => (
          <option value={one} key={one}>
            {m.questionnaireWriting_repeat_by({ code, label })}
          </option>
        ))}
      </Select>
      {draft && (
        <label className="questionnaireWriting-tick">
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={mine.template}
            onChange={(event) => set({ template: event.currentTarget.checked })}
          />
          <span>
            {m.questionnaireWriting_template()}
            <small>{m.questionnaireWriting_template_help()}</small>
          </span>
        </label>
      )}
      <SaveBar {...editing.bar} />
    </Form>
  );
}
