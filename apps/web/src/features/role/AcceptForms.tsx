import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useHref } from "react-router-dom";
import type { AcceptInvitation, AcceptInvitationVariables } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { paths } from "../../paths.ts";
import { LanguageSelect } from "../../shared/LanguageSelect.tsx";
import { usePost } from "../../shared/post.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { useAct } from "../../ui/useAct.ts";
import { NameField } from "./NameField.tsx";

const acceptInvitation: TypedDocumentNode<AcceptInvitation, AcceptInvitationVariables> = gql`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  token: string;
  /** Page that follows. */
  next: string;
  /** The link closed meanwhile: the page says why. */
  onGone: () => void;
}

/** Accepting with the account that is signed in: one press. */
export function AcceptSignedIn({ token, name, next, onGone }: Props & { name: string }) {
  const accept = useAct(acceptInvitation);
  const there = useHref(next);
  // Another set of rights is another document: nothing of the one before stays.
  const send = async () => ((await accept.run({ token })) ? location.assign(there) : !accept.failed && onGone());
  return (
    <Form problems={accept.problems} busy={accept.busy} onSubmit={send} label={m.role_accept()}>
      <p>{m.role_accept_as({ name: name || m.role_nameless() })}</p>
      <Failed because={accept.failed} />
      <Button type="submit" primary disabled={accept.busy}>
        {m.role_accept()}
      </Button>
    </Form>
  );
}

/** Accepting without an account: makes one. */
export function AcceptAnew({ token, next, onGone }: Props) {
  const there = useHref(next);
  const { sendsMail } = useInstance();
  const [send, { problems, busy, failed }] = usePost("/invitations/accept", () => location.assign(there));
  const submit = async (fields: FormData) => {
    const refused = await send({ token, ...Object.fromEntries(fields) });
    if (refused?.some(({ field }) => field === "token")) onGone();
  };
  const hasAccount = problems.some(({ code }) => code === "HAS_ACCOUNT");
  return (
    <Form problems={problems} busy={busy} onSubmit={submit} label={m.role_accept_form()}>
      <NameField />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={m.role_own_email()}
        help={sendsMail ? m.role_own_email_help() : m.role_own_email_no_mail()}
        autoComplete="email"
      />
      <LanguageSelect language={getLocale()} />
      <Failed because={failed} />
      {hasAccount && <More to={paths.signIn()}>{m.role_accept_account()}</More>}
      <Button type="submit" primary disabled={busy}>
        {m.role_accept_new()}
      </Button>
    </Form>
  );
}
