import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { GridCriterionTold } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { optionsOf, readNotebook } from "./grid.mutations.tsx";

interface Props {
  id: string;
  criteria: readonly GridCriterionTold[];
  own: readonly { value: string; criterion: { id: string } }[];
}

/** The grid, as one reader answers it. */
export function ReadingForm({ id, criteria, own }: Props) {
  const act = useAct(readNotebook, ["NotebookReadPage"]);
  const kept = `grid:${id}`;
  const answerOf = (criterion: string) => own.find((it) => it.criterion.id === criterion)?.value ?? "";
  const send = async (fields: FormData) => {
    const answers = criteria.map((criterion) => ({
      criterionId: criterion.id,
      value: (fields.get(`answers.${criterion.id}`) as string | null) ?? "",
    }));
    if (await act.run({ id, answers })) forgetKept(kept);
  };
  return (
    <Form problems={act.problems} busy={act.busy} label={m.grid_read()} onSubmit={send}>
      {criteria.map((criterion) => {
        const shared = {
          name: `answers.${criterion.id}`,
          label: <span lang={contentLang()}>{criterion.label}</span>,
          defaultValue: answerOf(criterion.id),
          ...(criterion.help && { help: criterion.help }),
        };
        return criterion.kind === "TEXT" ? (
          <WritingArea {...shared} rows={3} maxLength={limits["gridAnswer.value"]} key={criterion.id} />
        ) : (
          <Select {...shared} key={criterion.id}>
            <option value="">{m.grid_no_answer()}</option>
            {optionsOf(criterion).map(([value, label]) => (
              <option value={value} key={value}>
                {label}
              </option>
            ))}
          </Select>
        );
      })}
      <KeptFields name={kept} />
      <Failed because={act.failed} />
      {act.done && (
        <Notice tone="done" live>
          {m.grid_read_done()}
        </Notice>
      )}
      <Button primary type="submit" disabled={act.busy}>
        {m.grid_read_save()}
      </Button>
    </Form>
  );
}
