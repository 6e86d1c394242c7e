import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  AmendmentState,
  WithdrawAmendment as Withdrawn,
  WithdrawAmendmentVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdrawAmendment: TypedDocumentNode<Withdrawn, WithdrawAmendmentVariables> = gql`
  mutation WithdrawAmendment($input: WithdrawAmendmentInput!) {
    withdrawAmendment(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** What is erased and what stays, before one says it again. */
const warnings: Partial<Record<AmendmentState, () => string>> = {
  ACCEPTED: m.amendment_withdraw_sure_taken,
  PROMOTED: m.amendment_withdraw_sure_promoted,
};

/** Takes back what one proposed, once one said so twice: its words are erased. */
export function WithdrawAmendment({ code, state }: { code: string; state: AmendmentState }) {
  const act = useAct(withdrawAmendment, ["ProposalFollowPage"]);
  const [sure, setSure] = useState(false);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.amendment_withdraw()}
      onSubmit={() => (sure ? void act.run({ code }) : setSure(true))}
    >
      {sure && (
        <Notice tone="warn" live>
          {(warnings[state] ?? m.amendment_withdraw_sure)()}
        </Notice>
      )}
      {act.failed && (
        <Notice tone="warn" live>
          {m.amendment_not_sent()}
        </Notice>
      )}
      <div className="cluster">
        <Button type="submit" small>
          {sure ? m.amendment_withdraw_do() : m.amendment_withdraw()}
        </Button>
        {sure && (
          <Button small onClick={() => setSure(false)}>
            {m.reaction_cancel()}
          </Button>
        )}
      </div>
    </Form>
  );
}
