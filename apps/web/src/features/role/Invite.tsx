import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { InviteSomebody, InviteSomebodyVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { MadeLink } from "../../shared/MadeLink.tsx";
import { type Places, ScopeFields, scopeOf } from "./ScopeFields.tsx";

const inviteSomebody: TypedDocumentNode<InviteSomebody, InviteSomebodyVariables> = gql`
  mutation InviteSomebody($input: InviteInput!) {
    invite(input: $input) {
      ...Form_outcome @unmask
      token
      mailed
    }
  }
  ${Form.fragment}
`;

/** Makes a link that gives a role to whoever opens it. */
export function Invite(places: Places) {
  const invite = useAct(inviteSomebody, ["PeoplePage"]);
  const key = useRef<string>(undefined);
  const [count, setCount] = useState(0);
  const kept = `invitation:${places.group ?? ""}`;
  const send = (fields: FormData) => {
    const input = { ...scopeOf(fields), email: (fields.get("email") as string) || null };
    if (invite.problems.length > 0) key.current = undefined;
    key.current ??= keptKey(kept, input);
    return invite.run({ key: key.current, ...input });
  };
  return (
    <>
      <KeptForm
        kept={kept}
        problems={invite.problems}
        busy={invite.busy}
        onSubmit={send}
        onSent={() => {
          key.current = undefined;
          setCount(count + 1);
        }}
        label={m.role_invite()}
        key={count}
      >
        <ScopeFields {...places} />
        <TextField
          name="email"
          type="email"
          label={m.role_email()}
          help={m.role_email_help()}
          optional
          autoComplete="off"
        />
        <Failed because={invite.failed} />
        <Button type="submit" primary disabled={invite.busy}>
          {m.role_make_link()}
        </Button>
      </KeptForm>
      {invite.done && invite.answer?.token && (
        <MadeLink token={invite.answer.token} mailed={invite.answer.mailed} key={invite.answer.token} />
      )}
    </>
  );
}
