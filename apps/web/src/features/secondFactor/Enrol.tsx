import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import { QrCode } from "../../ui/QrCode.tsx";
import { useAct } from "../../ui/useAct.ts";
import { confirmSecondFactor } from "./secondFactor.mutations.tsx";

interface Props {
  secret: string;
  link: string;
  onDone: (recoveryCodes: readonly string[]) => void;
  onCancel: () => void;
}

/** The secret, drawn and in letters, until a code of it proves that the telephone has it. */
export function Enrol({ secret, link, onDone, onCancel }: Props) {
  const act = useAct(confirmSecondFactor, ["ProfilePage"]);
  const [key] = useState(newKey);
  const letters = secret.replace(/(.{4})(?=.)/g, "$1 ");
  const send = async (fields: FormData) => {
    const done = await act.run({ code: fields.get("code") as string, key });
    if (done) onDone(done.recoveryCodes ?? []);
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send} label={m.secondFactor_enrol()}>
      <p>{m.secondFactor_scan()}</p>
      <QrCode text={link} label={m.secondFactor_scan_label()} />
      <p>
        {m.secondFactor_secret()}
        {m.ui_colon()}
        <code>{letters}</code> <CopyButton text={secret} />
      </p>
      <p>
        <a href={link}>{m.secondFactor_open()}</a>
      </p>
      <TextField
        name="code"
        label={m.secondFactor_code()}
        help={m.secondFactor_code_help()}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
      />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary disabled={act.busy}>
          {m.secondFactor_confirm()}
        </Button>
        <Button onClick={onCancel}>{m.secondFactor_cancel()}</Button>
      </div>
    </Form>
  );
}
