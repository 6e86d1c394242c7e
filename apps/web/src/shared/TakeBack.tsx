import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Failed } from "../ui/Failed.tsx";
import { Form } from "../ui/Form.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { useAct } from "../ui/useAct.ts";

interface Props {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed">;
  /** Names the act. */
  label: string;
  /** Effect, before it is confirmed: what is erased and what stays. */
  warning: string;
  /** Says it again. */
  sure: string;
  onTakeBack: () => unknown;
}

/** Takes back what one wrote, once one said so twice. */
export function TakeBack({ act, label, warning, sure, onTakeBack }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={label}
      onSubmit={() => (asked ? onTakeBack() : setAsked(true))}
    >
      {asked && (
        <Notice tone="warn" live>
          {warning}
        </Notice>
      )}
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" small>
          {asked ? sure : label}
        </Button>
        {asked && (
          <Button small onClick={() => setAsked(false)}>
            {m.reaction_cancel()}
          </Button>
        )}
      </div>
    </Form>
  );
}
