import { m } from "@cahier/schema/messages";
import { limits } from "@cahier/schema/limits";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import type { Failure } from "../../../ui/failure.ts";
import { KeptForm } from "../../../ui/KeptForm.tsx";
import type { Problem } from "../../../ui/problems.ts";
import { WritingArea } from "../../../ui/WritingArea.tsx";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Effect of the act. */
  what: ReactNode;
  /** Name of the act. */
  act: string;
  /** Id of what it is done to, under which its reason is kept. */
  about: string;
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
  about,
  reasonHelp,
  problems,
  busy,
  failed,
  run,
  children,
}: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <KeptForm
        kept={reasonHelp === null ? undefined : `reason ${about} ${act}`}
        problems={problems}
        busy={busy}
        onSubmit={(fields) => run(((fields.get("reason") as string | null) ?? "").trim(), fields)}
        onSent={onClose}
      >
        <div className="prose">{what}</div>
        {children}
        {reasonHelp !== null && (
          <WritingArea
            name="reason"
            label={m.questionnaireWriting_reason()}
            help={reasonHelp}
            rows={2}
            maxLength={limits["questionnaire.reason"]}
          />
        )}
        <Failed because={failed} />
        <div className="cluster">
          <Button type="submit" primary disabled={busy}>
            {act}
          </Button>
          <Button onClick={onClose}>{m.questionnaireWriting_cancel()}</Button>
        </div>
      </KeptForm>
    </Dialog>
  );
}
