import { m } from "@cahier/schema/messages";
import { useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { mergeInterlocutors } from "./interlocutor.mutations.tsx";

interface Props {
  office: { id: string; asks: readonly unknown[]; handovers: readonly unknown[] };
  others: readonly { id: string; slug: string; name: string }[];
}

/** Two entries that are the same office: one goes, all that was asked of it and carried to it is the other's. */
export function MergeOffices({ office, others }: Props) {
  const act = useAct(mergeInterlocutors);
  const navigate = useNavigate();
  const merge = async (fields: FormData) => {
    const into = fields.get("into") as string;
    const done = await act.run({ id: office.id, into });
    if (done) void navigate(paths.interlocutor(into));
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={merge} label={m.interlocutor_merge()}>
      <p className="prose">
        {m.interlocutor_merge_what({ asks: office.asks.length, handovers: office.handovers.length })}
      </p>
      <Select name="into" label={m.interlocutor_merge_into()} defaultValue="">
        <option value="">{m.interlocutor_form_choose()}</option>
        {others
          .filter(({ id }) => id !== office.id)
          .map(({ id, slug, name }) => (
            <option value={slug} key={id}>
              {name}
            </option>
          ))}
      </Select>
      <Failed because={act.failed}>{m.interlocutor_not_saved()}</Failed>
      <Button type="submit" disabled={act.busy}>
        {m.interlocutor_merge_do()}
      </Button>
    </Form>
  );
}
