import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { useAct } from "../../ui/useAct.ts";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";

sayHandoverProblems();

interface Props {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed" | "done">;
  label: string;
  /** Label of the button. */
  does: string;
  onSubmit: (fields: FormData) => unknown;
  primary?: boolean;
  children?: ReactNode;
}

/** An act of the team on a handover: what was refused stands by its field, and what was typed stays. */
export const ActForm = ({ act, label, does, onSubmit, primary, children }: Props) => (
  <Form problems={act.problems} busy={act.busy} onSubmit={onSubmit} label={label}>
    {children}
    <Failed because={act.failed}>{m.interlocutor_not_saved()}</Failed>
    {act.done && (
      <Notice tone="done" live>
        {m.handover_done()}
      </Notice>
    )}
    <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
      {does}
    </Button>
  </Form>
);
