import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { WithdrawAgendaRequest, WithdrawAgendaRequestVariables } from "../../graphql/operations.generated.ts";
import { forgetLink } from "../../shared/ownLinks.ts";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdraw: TypedDocumentNode<WithdrawAgendaRequest, WithdrawAgendaRequestVariables> = gql`
  mutation WithdrawAgendaRequest($input: WithdrawAgendaRequestInput!) {
    withdrawAgendaRequest(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Takes one's request for an agenda back, once one said so twice. */
export function WithdrawRequest({ code }: { code: string }) {
  const act = useAct(withdraw, ["MeetingFollowPage"]);
  return (
    <TakeBack
      act={act}
      label={m.agendaRequest_withdraw()}
      warning={m.agendaRequest_withdraw_sure()}
      sure={m.agendaRequest_withdraw_do()}
      onTakeBack={async () => {
        if (await act.run({ code })) await forgetLink("agendaRequests", code);
      }}
    />
  );
}
