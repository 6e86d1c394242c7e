import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { WithdrawSupply, WithdrawSupplyVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
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
  const [sure, setSure] = useState(false);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.supply_withdraw()}
      onSubmit={() => (sure ? void act.run({ code }) : setSure(true))}
    >
      {sure && <Notice tone="warn">{m.supply_withdraw_sure()}</Notice>}
      {act.failed && <Notice tone="warn">{m.supply_failed()}</Notice>}
      <div className="cluster">
        <Button type="submit" small>
          {sure ? m.supply_withdraw_do() : m.supply_withdraw()}
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
