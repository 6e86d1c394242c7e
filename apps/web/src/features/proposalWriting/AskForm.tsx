import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use } from "react";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Form } from "../../ui/Form.tsx";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { Remove } from "./Rows.tsx";
import { SavedContext } from "./saved/SavedContext.ts";
import { SaveButton } from "./SaveButton.tsx";
import { removeAsk, writeAsk } from "./scaffold.mutations.tsx";
import { Theirs } from "./Theirs.tsx";
import { useVersioned } from "./useVersioned.ts";
import styles from "../../shared/Desk.module.css";
import { OfficeField } from "../../shared/OfficeField.tsx";

interface Props {
  proposalId: string;
  id: string;
  ask: { id: string; text: string | null; version: number; interlocutor: { slug: string; name: string } } | null;
  interlocutors: readonly { slug: string; name: string }[];
  onKept: () => void;
}

const isWhole = (fields: FormData) => !!fields.get("interlocutor");

/** Office asked, out of the register, and the request to it. */
export function AskForm({ proposalId, id, ask, interlocutors, onKept }: Props) {
  const { asTyped } = use(SavedContext);
  const keptAs = `ask:${ask ? id : proposalId}`;
  const saving = useVersioned(writeAsk, ask?.version ?? 0, keptAs);
  const remove = useAct(removeAsk, ["ProposalEditPage"]);
  const save = async (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string;
    const said = { interlocutor: value("interlocutor"), text: value("text") || null };
    if (await saving.save({ id, proposalId, ...said })) onKept();
  };
  return (
    <div className={styles.row}>
      <Form
        label={ask?.interlocutor.name ?? m.scaffold_add_ask()}
        problems={saving.problems}
        busy={saving.busy}
        onSubmit={save}
      >
        {saving.current && <Theirs text={saving.current.text ?? ""} />}
        <OfficeField
          name="interlocutor"
          label={m.scaffold_office()}
          help={
            <>
              {m.scaffold_office_help()} <Link to={paths.interlocutorNew()}>{m.interlocutor_new()}</Link>
            </>
          }
          offices={interlocutors}
          chosen={ask?.interlocutor}
        />
        <WritingArea
          name="text"
          label={m.scaffold_ask()}
          optional
          defaultValue={ask?.text ?? ""}
          maxLength={limits["ask.text"]}
          rows={2}
        />
        <KeptFields name={keptAs} version={saving.version} key={saving.version} />
        <SavedAsTyped on={asTyped && ask !== null && !saving.current} failed={saving.button.failed} isWhole={isWhole} />
        <SaveButton {...saving.button} />
      </Form>
      {ask && (
        <Remove
          act={remove}
          name={ask.interlocutor.name}
          onRemove={() => remove.run({ id, version: saving.version })}
        />
      )}
    </div>
  );
}
