import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { useAct } from "../../ui/useAct.ts";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";

sayHandoverProblems();

interface Props {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed" | "done">;
  label: string;
  /** Label of the button. */
  does: string;
  /** Under which what is typed is kept on this device, where there is something to type. */
  kept?: string;
  onSubmit: (fields: FormData) => Promise<object | null | undefined>;
  onSent?: () => void;
  primary?: boolean;
  children?: ReactNode;
}

/** An act of the team on a handover: what was refused stands by its field, and what was typed stays. */
export function ActForm({ act, label, does, kept, onSubmit, onSent, primary, children }: Props) {
  const form = { problems: act.problems, busy: act.busy, label };
  const inside = (
    <>
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
    </>
  );
  return kept ? (
    <KeptForm {...form} kept={kept} onSubmit={onSubmit} onSent={onSent}>
      {inside}
    </KeptForm>
  ) : (
    <Form {...form} onSubmit={onSubmit}>
      {inside}
    </Form>
  );
}
