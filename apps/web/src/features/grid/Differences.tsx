import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { GridCriterionTold } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { decideCriterion, optionsOf, valueIn } from "./grid.mutations.tsx";

interface Difference {
  criterion: GridCriterionTold;
  first: string | null;
  second: string | null;
  decision: { value: string; reason: string; by: string | null } | null;
}

/** A criterion that two readers answered differently: both answers, and a decision with its reason. */
export function DifferenceCard({ id, names, it }: { id: string; names: readonly string[]; it: Difference }) {
  const act = useAct(decideCriterion, ["NotebookReadPage"]);
  const { criterion, first, second, decision } = it;
  return (
    <Card as="li">
      <p>
        <Chip tone={decision ? "done" : "open"}>{decision ? m.grid_settled() : m.grid_disagreements()}</Chip>
      </p>
      <h3>{criterion.label}</h3>
      <ul className="prose">
        <li>{`${names[0]}${m.ui_colon()}${valueIn(criterion, first)}`}</li>
        <li>{`${names[1]}${m.ui_colon()}${valueIn(criterion, second)}`}</li>
      </ul>
      {decision && (
        <p>
          <b>{m.grid_decided({ value: valueIn(criterion, decision.value), reason: decision.reason })}</b>
          {decision.by && ` (${decision.by})`}
        </p>
      )}
      <KeptForm
        kept={`gridDecided:${id}:${criterion.id}`}
        problems={act.problems}
        busy={act.busy}
        label={m.grid_decide()}
        onSubmit={(fields) =>
          act.run({
            id,
            criterionId: criterion.id,
            value: fields.get("value") as string,
            reason: fields.get("reason") as string,
          })
        }
      >
        <Select name="value" label={m.grid_decide_value()} defaultValue={decision?.value ?? first ?? second ?? ""}>
          {(first === null || second === null) && <option value="">{m.grid_no_answer()}</option>}
          {optionsOf(criterion).map(([value, label]) => (
            <option value={value} key={value}>
              {label}
            </option>
          ))}
        </Select>
        <TextField name="reason" label={m.grid_decide_reason()} maxLength={limits["gridDecision.reason"]} />
        <Failed because={act.failed} />
        <Button small type="submit" disabled={act.busy}>
          {m.grid_decide()}
        </Button>
      </KeptForm>
    </Card>
  );
}
