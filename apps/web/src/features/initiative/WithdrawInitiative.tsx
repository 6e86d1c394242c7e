import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  InitiativeState,
  TextStatus,
  WithdrawInitiative as Withdrawn,
  WithdrawInitiativeVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { TakeBack } from "../../shared/TakeBack.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";

const withdrawInitiative: TypedDocumentNode<Withdrawn, WithdrawInitiativeVariables> = gql`
  mutation WithdrawInitiative($input: WithdrawInitiativeInput!) {
    withdrawInitiative(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  code: string;
  initiative: { state: InitiativeState; status: TextStatus; statusOn: string | null };
}

/** Warning before it is confirmed: what is erased and what stays. */
const warningOf = ({ state, status }: Props["initiative"]) => {
  if (status !== "VISIBLE") return m.initiative_withdraw_sure_unread();
  return state === "VALIDATED" ? m.initiative_withdraw_sure_taken() : m.initiative_withdraw_sure();
};

/** Takes back the sheet one proposed, once one said so twice; then says that it was. */
export function WithdrawInitiative({ code, initiative }: Props) {
  const act = useAct(withdrawInitiative, ["InitiativeFollowPage"]);
  if (initiative.status === "WITHDRAWN")
    return act.done ? (
      // The button that was pressed is gone: one reads on from here.
      <div tabIndex={-1} ref={(place) => place?.focus()}>
        <Notice tone="done" live>
          {m.initiative_withdraw_done()}
        </Notice>
      </div>
    ) : (
      <Notice>{m.initiative_withdrawn_by_you({ date: formatDate(initiative.statusOn!) })}</Notice>
    );
  return (
    <TakeBack
      act={act}
      label={m.initiative_withdraw()}
      warning={warningOf(initiative)}
      sure={m.initiative_withdraw_do()}
      onTakeBack={() => act.run({ code })}
    />
  );
}
