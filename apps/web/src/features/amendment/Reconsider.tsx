import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { ReconsiderAmendment, ReconsiderAmendmentVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW, NOT_AMENDABLE: m.amendment_closed });

const reconsiderAmendment: TypedDocumentNode<ReconsiderAmendment, ReconsiderAmendmentVariables> = gql`
  mutation ReconsiderAmendment($input: ReconsiderAmendmentInput!) {
    reconsiderAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

/** Takes a refusal back, for the writers of the proposal: it is settled anew, and the refusal stays readable. */
export function Reconsider({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(reconsiderAmendment, ["AmendmentPage"]);
  return (
    <Disclosure summary={m.amendment_reconsider()}>
      <KeptForm
        kept={`amendmentReconsidered:${id}`}
        label={m.amendment_reconsider()}
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) => act.run({ id, reason: fields.get("reason") as string })}
        onSent={onDone}
      >
        <p className="quiet">{m.amendment_reconsider_what()}</p>
        <WritingArea
          name="reason"
          label={m.amendment_reconsider_why()}
          help={m.amendment_reason_help()}
          rows={3}
          maxLength={limits["proposal.stateReason"]}
        />
        <Failed because={act.failed} />
        <Button type="submit">{m.amendment_reconsider_do()}</Button>
      </KeptForm>
    </Disclosure>
  );
}
