import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
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
  /** Version of what is edited, where others may save it too. */
  version?: number;
  onSubmit: (fields: FormData) => Promise<object | null | undefined>;
  onSent?: () => void;
  primary?: boolean;
  children?: ReactNode;
}

/** An act of the team on a handover: what was refused stands by its field, and what was typed stays. */
export const ActForm = ({ act, label, does, kept, version, onSubmit, onSent, primary, children }: Props) => (
  <KeptForm
    kept={kept}
    version={version}
    problems={act.problems}
    busy={act.busy}
    label={label}
    onSubmit={onSubmit}
    onSent={onSent}
  >
    {children}
    <Failed because={act.failed} />
    {act.done && (
      <Notice tone="done" live>
        {m.handover_done()}
      </Notice>
    )}
    <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
      {does}
    </Button>
  </KeptForm>
);
