import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  AmendmentState,
  WithdrawAmendment as Withdrawn,
  WithdrawAmendmentVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdrawAmendment: TypedDocumentNode<Withdrawn, WithdrawAmendmentVariables> = gql`
  mutation WithdrawAmendment($input: WithdrawAmendmentInput!) {
    withdrawAmendment(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Warning before a withdrawal is confirmed, by state: what is erased and what stays. */
const warnings: Partial<Record<AmendmentState, () => string>> = {
  ACCEPTED: m.amendment_withdraw_sure_taken,
  PROMOTED: m.amendment_withdraw_sure_promoted,
};

interface Props {
  code: string;
  state: AmendmentState;
  withdrawn: boolean;
}

/** Takes back what one proposed, once one said so twice: its words are erased. */
export function WithdrawAmendment({ code, state, withdrawn }: Props) {
  const act = useAct(withdrawAmendment, ["ProposalFollowPage"]);
  if (withdrawn)
    return (
      act.done && (
        // The button that was pressed is gone: one reads on from here.
        <div tabIndex={-1} ref={(place) => place?.focus()}>
          <Notice tone="done" live>
            {m.amendment_withdraw_done()}
          </Notice>
        </div>
      )
    );
  return (
    <TakeBack
      act={act}
      label={m.amendment_withdraw()}
      warning={(warnings[state] ?? m.amendment_withdraw_sure)()}
      sure={m.amendment_withdraw_do()}
      onTakeBack={() => act.run({ code })}
    />
  );
}
