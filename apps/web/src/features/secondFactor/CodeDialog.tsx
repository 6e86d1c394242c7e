import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";
import { Form } from "../../ui/Form.tsx";
import type { Problem } from "../../ui/problems.ts";
import { CodeField } from "./CodeField.tsx";

interface Props {
  open: boolean;
  title: string;
  act: { problems: readonly Problem[]; busy: boolean; failed: Failure };
  onClose: () => void;
  onCode: (code: string) => unknown;
}

/** Asks for a code before an act on the second factor: a browser left open is not enough. */
export function CodeDialog({ open, title, act, onClose, onCode }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={title}
        onSubmit={(fields) => void onCode(fields.get("code") as string)}
      >
        <CodeField />
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit" primary disabled={act.busy}>
            {title}
          </Button>
          <Button onClick={onClose}>{m.secondFactor_cancel()}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
