import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { WithdrawSupply, WithdrawSupplyVariables } from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdrawSupply: TypedDocumentNode<WithdrawSupply, WithdrawSupplyVariables> = gql`
  mutation WithdrawSupply($input: WithdrawSupplyInput!) {
    withdrawSupply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Takes back what one supplied, once one said so twice: its words are erased. */
export function Withdraw({ code }: { code: string }) {
  const act = useAct(withdrawSupply, ["ProposalFollowPage"]);
  return (
    <TakeBack
      act={act}
      label={m.supply_withdraw()}
      warning={m.supply_withdraw_sure()}
      sure={m.supply_withdraw_do()}
      onTakeBack={() => act.run({ code })}
    />
  );
}
