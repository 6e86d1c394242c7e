import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import type { LeaveAddress as Left, LeaveAddressVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";

const leaveAddress: TypedDocumentNode<Left, LeaveAddressVariables> = gql`
  mutation LeaveAddress($input: LeaveAddressInput!) {
    leaveAddress(input: $input) {
      ...Form_outcome @unmask
      awaits
    }
  }
  ${Form.fragment}
`;

interface Props {
  /** Of the private link. */
  code: string;
  /** True if an address waits already. */
  awaits: boolean;
  /** Moments at which the address is written to and erased. */
  lead: string;
}

/** An address where to tell somebody, once, what becomes of what they sent; they may take it away. */
export function LeaveAddress({ code, awaits: before, lead }: Props) {
  const act = useAct(leaveAddress);
  // The page was read before: what was answered since is truer.
  const [said, setSaid] = useState<boolean | null>(null);
  const awaits = said ?? before;
  const send = async (email: string | null) => {
    const done = await act.run({ code, email, language: getLocale() });
    if (done) setSaid(done.awaits);
  };
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.listener_heading()}
      onSubmit={(fields) => void send(awaits ? null : (fields.get("email") as string).trim() || "?")}
    >
      {awaits ? (
        <Notice tone="done" live={said === true}>
          {m.listener_awaits()}
        </Notice>
      ) : (
        <>
          {said === false && (
            <Notice tone="done" live>
              {m.listener_forgotten()}
            </Notice>
          )}
          <p>{lead}</p>
          <TextField name="email" type="email" label={m.listener_email()} autoComplete="email" maxLength={254} />
        </>
      )}
      <Failed because={act.failed} />
      <Button type="submit" small>
        {awaits ? m.listener_forget() : m.listener_leave()}
      </Button>
    </Form>
  );
}
