import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  InvitationItem_invitation,
  RenewInvitation,
  RenewInvitationVariables,
  WithdrawInvitation,
  WithdrawInvitationVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { roleNames } from "../../shared/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import { useAct } from "../../ui/useAct.ts";
import { MadeLink } from "../../shared/MadeLink.tsx";
import { RolePlace } from "./RolePlace.tsx";
import { roleInPlace } from "./role.labels.ts";

const fragment: TypedDocumentNode<InvitationItem_invitation> = gql`
  fragment InvitationItem_invitation on Invitation {
    id
    role
    group {
      id
      name
    }
    territory {
      id
      name
    }
    endsOn
    email
    madeBy
    expiresOn
    state
  }
`;

const renewInvitation: TypedDocumentNode<RenewInvitation, RenewInvitationVariables> = gql`
  mutation RenewInvitation($input: RenewInvitationInput!) {
    renewInvitation(input: $input) {
      ...Form_outcome @unmask
      token
      mailed
    }
  }
  ${Form.fragment}
`;

const withdrawInvitation: TypedDocumentNode<WithdrawInvitation, WithdrawInvitationVariables> = gql`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** An invitation that waits: its link is made anew, or it is taken back. */
export function InvitationItem({ invitation: it }: { invitation: InvitationItem_invitation }) {
  const renew = useAct(renewInvitation, ["PeoplePage"]);
  const [key, setKey] = useState(newKey);
  const withdraw = useAct(withdrawInvitation, ["PeoplePage"]);
  const date = formatDate(it.expiresOn);
  const send = async (fields: FormData) => {
    if (fields.has("withdraw")) await withdraw.run({ id: it.id });
    else if (await renew.run({ key, id: it.id })) setKey(newKey());
  };
  const named = { role: roleInPlace(it) };
  return (
    <Card as="li">
      <h3>{roleNames[it.role]()}</h3>
      <p>
        <RolePlace {...it} />
        {it.endsOn && `, ${m.role_until({ date: formatDate(it.endsOn) })}`}
      </p>
      <p className="quiet">
        {m.role_invited_by({ name: it.madeBy || m.role_nameless() })}
        {it.email && ` · ${it.email}`}
        <br />
        {it.state === "EXPIRED" ? m.role_expired({ date }) : m.role_expires({ date })}
      </p>
      <Form
        problems={[...renew.problems, ...withdraw.problems]}
        busy={renew.busy || withdraw.busy}
        label={roleInPlace(it)}
        onSubmit={send}
      >
        <Failed because={renew.failed ?? withdraw.failed} />
        <div className="cluster">
          <Button type="submit" small aria-label={m.role_renew_named(named)}>
            {m.role_renew()}
          </Button>
          <Button type="submit" small name="withdraw" value="1" aria-label={m.role_withdraw_named(named)}>
            {m.role_withdraw()}
          </Button>
        </div>
        <p className="quiet">{m.role_renew_note()}</p>
      </Form>
      {renew.done && renew.answer?.token && (
        <MadeLink token={renew.answer.token} mailed={renew.answer.mailed} key={renew.answer.token} />
      )}
    </Card>
  );
}

InvitationItem.fragment = fragment;
