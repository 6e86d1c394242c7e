import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { saidAs } from "../../ui/saidAs.ts";
import { useAct } from "../../ui/useAct.ts";
import { removeInterlocutor } from "./interlocutor.mutations.tsx";

/** Takes an office out of the register that was put there by mistake. */
export function RemoveOffice({ id, version }: { id: string; version: number }) {
  const act = useAct(removeInterlocutor);
  const navigate = useNavigate();
  const { cache } = useApolloClient();
  const remove = async () => {
    if (!(await act.run({ id, version }))) return;
    await navigate(paths.interlocutors());
    cache.evict({ id: "ROOT_QUERY", fieldName: "interlocutors" });
  };
  return (
    <Disclosure summary={m.interlocutor_remove()}>
      <Form
        problems={saidAs(act.problems, { STILL_USED: m.interlocutor_remove_used })}
        busy={act.busy}
        onSubmit={remove}
        label={m.interlocutor_remove()}
      >
        <p className="prose">{m.interlocutor_remove_what()}</p>
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.interlocutor_remove_do()}
        </Button>
      </Form>
    </Disclosure>
  );
}
