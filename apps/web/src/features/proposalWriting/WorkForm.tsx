import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use } from "react";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { useAct } from "../../ui/useAct.ts";
import { Remove } from "./Rows.tsx";
import { SavedContext } from "./saved/SavedContext.ts";
import { SaveButton } from "./SaveButton.tsx";
import { removeWork, writeWork } from "./scaffold.mutations.tsx";
import { Theirs } from "./Theirs.tsx";
import { useVersioned } from "./useVersioned.ts";
import styles from "../../shared/Desk.module.css";

interface Props {
  proposalId: string;
  id: string;
  work: { id: string; title: string; reference: string; version: number } | null;
  onKept: () => void;
}

const isWhole = (fields: FormData) => !!fields.get("title") && !!fields.get("reference");

/** Work a proposal refers to beside the words of people: its title and address. */
export function WorkForm({ proposalId, id, work, onKept }: Props) {
  const { asTyped } = use(SavedContext);
  const keptAs = `work:${work ? id : proposalId}`;
  const saving = useVersioned(writeWork, work?.version ?? 0, keptAs);
  const remove = useAct(removeWork, ["ProposalEditPage"]);
  const save = async (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string;
    if (await saving.save({ id, proposalId, title: value("title"), reference: value("reference") })) onKept();
  };
  return (
    <div className={styles.row}>
      <Form label={work?.title ?? m.scaffold_add_work()} problems={saving.problems} busy={saving.busy} onSubmit={save}>
        {saving.current && <Theirs text={`${saving.current.title}\n${saving.current.reference}`} />}
        <TextField
          name="title"
          label={m.scaffold_work_title()}
          defaultValue={work?.title}
          maxLength={limits["work.title"]}
        />
        <TextField
          name="reference"
          label={m.scaffold_work_reference()}
          help={m.scaffold_work_reference_help()}
          defaultValue={work?.reference}
          maxLength={limits["work.reference"]}
        />
        <KeptFields name={keptAs} version={saving.version} key={saving.version} />
        <SavedAsTyped
          on={asTyped && work !== null && !saving.current}
          failed={saving.button.failed}
          isWhole={isWhole}
        />
        <SaveButton {...saving.button} />
      </Form>
      {work && <Remove act={remove} name={work.title} onRemove={() => remove.run({ id, version: saving.version })} />}
    </div>
  );
}
