import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { MilestoneKind } from "../../graphql/operations.generated.ts";
import { Select, TextField } from "../../ui/Field.tsx";
import type { EditedStep } from "./schedule.mutations.tsx";
import { contentLang } from "../../i18n/content.ts";

const kinds: Record<MilestoneKind, () => string> = {
  PREPARATION: m.scheduleWriting_kind_PREPARATION,
  MEETING: m.scheduleWriting_kind_MEETING,
  ONLINE_EXCHANGE: m.scheduleWriting_kind_ONLINE_EXCHANGE,
  CHECKPOINT: m.scheduleWriting_kind_CHECKPOINT,
  PRESENTATION: m.scheduleWriting_kind_PRESENTATION,
  HANDOVER: m.scheduleWriting_kind_HANDOVER,
};

interface Props {
  step?: Pick<EditedStep, "label" | "kind" | "objective">;
  objectives: readonly { slug: string; number: number; name: string }[];
}

/** The words of a step. */
export const StepFields = ({ step, objectives }: Props) => (
  <>
    <TextField
      name="label"
      label={m.scheduleWriting_label()}
      defaultValue={step?.label}
      maxLength={limits["milestone.label"]}
    />
    <Select name="kind" label={m.scheduleWriting_kind()} defaultValue={step?.kind ?? "PREPARATION"}>
      {(Object.keys(kinds) as MilestoneKind[]).map((kind) => (
        <option value={kind} key={kind}>
          {kinds[kind]()}
        </option>
      ))}
    </Select>
    <Select name="objective" label={m.scheduleWriting_objective()} defaultValue={step?.objective?.slug ?? ""}>
      <option value="">{m.scheduleWriting_objective_none()}</option>
      {objectives.map(({ slug, number, name }) => (
        <option lang={contentLang()} value={slug} key={slug}>
          {m.schedule_objective({ number, name })}
        </option>
      ))}
    </Select>
  </>
);

const given = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";

/** Words of a step, as typed. */
export const wordsIn = (fields: FormData) => ({
  label: given(fields, "label"),
  kind: given(fields, "kind") as MilestoneKind,
  objective: given(fields, "objective") || null,
});

export const datesIn = (fields: FormData) => ({
  startsOn: given(fields, "startsOn"),
  endsOn: given(fields, "endsOn"),
});
