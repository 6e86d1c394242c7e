import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { WithdrawNotebook as Withdraw, WithdrawNotebookVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";

const mutation: TypedDocumentNode<Withdraw, WithdrawNotebookVariables> = gql`
  mutation WithdrawNotebook($input: WithdrawNotebookInput!) {
    withdrawNotebook(input: $input) {
      ...Form_outcome @unmask
      notebook {
        id
        title
      }
    }
  }
  ${Form.fragment}
`;

/** Takes a notebook back, as its authors ask: its words are erased, its place stays. */
export function WithdrawNotebook({ id }: { id: string }) {
  const act = useAct(mutation, ["NotebookPage"]);
  return (
    <Disclosure summary={m.notebook_withdraw()}>
      <KeptForm
        kept={`notebookWithdrawn:${id}`}
        problems={act.problems}
        busy={act.busy}
        label={m.notebook_withdraw()}
        onSubmit={(fields) => act.run({ id, reason: fields.get("reason") as string })}
      >
        <p>{m.notebook_withdraw_lead()}</p>
        <TextField name="reason" label={m.notebook_withdraw_reason()} maxLength={300} />
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.notebook_withdraw()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}
