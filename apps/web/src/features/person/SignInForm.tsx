import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useInstance } from "../../frame/instance.ts";
import { usePost } from "../../shared/post.ts";

/** Asks for a link by mail. The answer is the same whether or not somebody has this address. */
export function SignInForm() {
  const [sentTo, setSentTo] = useState("");
  const [address, setAddress] = useState("");
  const [send, { problems, busy, failed }] = usePost("/auth/link", () => setSentTo(address));
  const { demonstration, sendsMail } = useInstance();
  if (!sendsMail) return <Notice>{m.person_sign_in_no_mail()}</Notice>;
  if (sentTo)
    return (
      <Notice tone="done" live>
        <p>{m.person_link_sent({ address: sentTo })}</p>
        {demonstration && (
          <p>
            <Link to={paths.demoMail()}>{m.person_demo_mail()}</Link>
          </p>
        )}
      </Notice>
    );
  return (
    <Form
      problems={problems}
      busy={busy}
      onSubmit={(fields) => void send({ email: fields.get("email"), language: getLocale() })}
    >
      <TextField
        name="email"
        type="email"
        label={m.person_email()}
        help={m.person_email_help()}
        autoComplete="email"
        inputMode="email"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Failed because={failed}>{m.person_failed()}</Failed>
      <Button type="submit" primary>
        {m.person_send_link()}
      </Button>
    </Form>
  );
}
