import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use } from "react";
import { CheckboxCard } from "../../ui/Choice.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { Remove } from "./Rows.tsx";
import { SavedContext } from "./saved/SavedContext.ts";
import { SaveButton } from "./SaveButton.tsx";
import { removeObjection, writeObjection } from "./scaffold.mutations.tsx";
import { Theirs } from "./Theirs.tsx";
import { useVersioned } from "./useVersioned.ts";
import styles from "../../shared/Desk.module.css";

interface Props {
  proposalId: string;
  id: string;
  objection: { id: string; text: string; reply: string | null; blocking: boolean; version: number } | null;
  onKept: () => void;
}

const isWhole = (fields: FormData) => !!fields.get("text");

/** Objection to a proposal, its reply, and whether it must be answered before the proposal stands still. */
export function ObjectionForm({ proposalId, id, objection, onKept }: Props) {
  const { asTyped } = use(SavedContext);
  const keptAs = `objection:${objection ? id : proposalId}`;
  const saving = useVersioned(writeObjection, objection?.version ?? 0, keptAs);
  const remove = useAct(removeObjection, ["ProposalEditPage"]);
  const save = async (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string;
    const blocking = fields.get("blocking") !== null;
    if (await saving.save({ id, proposalId, text: value("text"), reply: value("reply") || null, blocking })) onKept();
  };
  return (
    <div className={styles.row}>
      <Form
        label={objection?.text ?? m.scaffold_add_objection()}
        problems={saving.problems}
        busy={saving.busy}
        onSubmit={save}
      >
        {saving.current && <Theirs text={[saving.current.text, saving.current.reply].filter(Boolean).join("\n")} />}
        <WritingArea
          name="text"
          label={m.scaffold_objection()}
          defaultValue={objection?.text}
          maxLength={limits["objection.text"]}
          rows={2}
        />
        <WritingArea
          name="reply"
          label={m.scaffold_reply()}
          optional
          defaultValue={objection?.reply ?? ""}
          maxLength={limits["objection.reply"]}
          rows={3}
        />
        <CheckboxCard
          name="blocking"
          label={m.scaffold_blocking()}
          help={m.scaffold_blocking_what()}
          defaultChecked={objection?.blocking}
        />
        <KeptFields name={keptAs} version={saving.version} key={saving.version} />
        <SavedAsTyped
          on={asTyped && objection !== null && !saving.current}
          failed={saving.button.failed}
          isWhole={isWhole}
        />
        <SaveButton {...saving.button} />
      </Form>
      {objection && (
        <Remove act={remove} name={objection.text} onRemove={() => remove.run({ id, version: saving.version })} />
      )}
    </div>
  );
}
