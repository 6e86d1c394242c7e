import { m } from "@cahier/schema/messages";
import { useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { mergeInterlocutors } from "./interlocutor.mutations.tsx";
import { OfficeField } from "../../shared/OfficeField.tsx";

interface Props {
  office: { id: string; slug: string; asks: readonly unknown[]; handovers: readonly unknown[] };
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
      <OfficeField name="into" label={m.interlocutor_merge_into()} offices={others} except={office.slug} />
      <Failed because={act.failed} />
      <Button type="submit" disabled={act.busy}>
        {m.interlocutor_merge_do()}
      </Button>
    </Form>
  );
}
