import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { WithdrawReaction as Withdrawn, WithdrawReactionVariables } from "../../graphql/operations.generated.ts";
import { forgetLink } from "../../shared/ownLinks.ts";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdrawReaction: TypedDocumentNode<Withdrawn, WithdrawReactionVariables> = gql`
  mutation WithdrawReaction($input: WithdrawReactionInput!) {
    withdrawReaction(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Takes one's reaction back, once one said so twice: its words are erased. */
export function WithdrawReaction({ code }: { code: string }) {
  const act = useAct(withdrawReaction, ["ProposalFollowPage"]);
  return (
    <TakeBack
      act={act}
      label={m.reaction_withdraw()}
      warning={m.reaction_withdraw_sure()}
      sure={m.reaction_withdraw_do()}
      onTakeBack={async () => {
        if (await act.run({ code })) await forgetLink("reactions", code);
      }}
    />
  );
}
