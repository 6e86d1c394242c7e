import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { CriterionKind, GridCriterionTold } from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { criterionKinds, retireCriterion, startGrid, writeCriterion } from "./grid.mutations.tsx";

interface Props {
  group: string;
  criterion?: GridCriterionTold;
}

/** Writes a criterion: a new one, or the words of one that is there. */
export function CriterionForm({ group, criterion }: Props) {
  const act = useAct(writeCriterion, ["GridPage"]);
  const [written, setWritten] = useState(0);
  const name = criterion ? m.grid_edit() : m.grid_add();
  const send = (fields: FormData) => {
    const said = (field: string) => fields.get(field) as string;
    return act.run({
      id: criterion?.id ?? null,
      group,
      label: said("label"),
      help: said("help"),
      kind: said("kind") as CriterionKind,
      options: said("options").split("\n"),
      version: criterion?.version ?? null,
    });
  };
  return (
    <Disclosure summary={name}>
      <KeptForm
        kept={`criterion:${criterion?.id ?? group}`}
        version={criterion?.version}
        problems={act.problems}
        busy={act.busy}
        label={name}
        onSubmit={send}
        onSent={() => setWritten(written + 1)}
        key={written}
      >
        <TextField
          name="label"
          label={m.grid_label()}
          defaultValue={criterion?.label ?? ""}
          maxLength={limits["criterion.label"]}
        />
        <TextField
          name="help"
          label={m.grid_help()}
          defaultValue={criterion?.help ?? ""}
          maxLength={limits["criterion.help"]}
          optional
        />
        <Select name="kind" label={m.grid_kind()} defaultValue={criterion?.kind ?? "YES_NO"}>
          {keysOf(criterionKinds).map((kind) => (
            <option value={kind} key={kind}>
              {criterionKinds[kind]()}
            </option>
          ))}
        </Select>
        <WritingArea
          name="options"
          label={m.grid_options()}
          help={m.grid_options_help()}
          rows={4}
          defaultValue={criterion?.options.join("\n") ?? ""}
          optional
        />
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.grid_save()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}

/** Asks a criterion no more, or again. */
export function RetireCriterion({ criterion }: { criterion: GridCriterionTold }) {
  const act = useAct(retireCriterion, ["GridPage"]);
  const name = criterion.retired ? m.grid_resume() : m.grid_retire();
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={`${name}${m.ui_colon()}${criterion.label}`}
      onSubmit={() => act.run({ id: criterion.id, retired: !criterion.retired })}
    >
      <Failed because={act.failed} />
      <Button small type="submit" disabled={act.busy}>
        {name}
      </Button>
    </Form>
  );
}

/** Begins a grid with the starter criteria. */
export function StartGrid({ group }: { group: string }) {
  const act = useAct(startGrid, ["GridPage"]);
  return (
    <Form problems={act.problems} busy={act.busy} label={m.grid_start()} onSubmit={() => act.run({ group })}>
      <Failed because={act.failed} />
      <Button primary type="submit" disabled={act.busy}>
        {m.grid_start()}
      </Button>
    </Form>
  );
}
