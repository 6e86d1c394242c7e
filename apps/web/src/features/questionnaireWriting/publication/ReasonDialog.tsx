import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Form } from "../../../ui/Form.tsx";
import type { Failure } from "../../../ui/failure.ts";
import type { Problem } from "../../../ui/problems.ts";
import { TextArea } from "../TextArea.tsx";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Effect of the act. */
  what: ReactNode;
  /** Name of the act. */
  act: string;
  /** Null where no reason is asked for. */
  reasonHelp: string | null;
  problems: readonly Problem[];
  busy: boolean;
  failed: Failure;
  /** Does it; whether it was done. */
  run: (reason: string, fields: FormData) => Promise<boolean>;
  children?: ReactNode;
}

/** An act that people will read about: what it does, and why, before it is done. */
export function ReasonDialog({
  open,
  onClose,
  title,
  what,
  act,
  reasonHelp,
  problems,
  busy,
  failed,
  run,
  children,
}: Props) {
  const [reason, setReason] = useState("");
  const submit = async (fields: FormData) => {
    if (!(await run(reason.trim(), fields))) return;
    setReason("");
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Form problems={problems} busy={busy} onSubmit={(fields) => void submit(fields)}>
        <div className="prose">{what}</div>
        {children}
        {reasonHelp !== null && (
          <TextArea
            name="reason"
            label={m.questionnaireWriting_reason()}
            help={reasonHelp}
            value={reason}
            onChange={setReason}
          />
        )}
        <Failed because={failed}>{m.questionnaireWriting_not_saved()}</Failed>
        <div className="cluster">
          <Button type="submit" primary disabled={busy}>
            {act}
          </Button>
          <Button onClick={onClose}>{m.questionnaireWriting_cancel()}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
