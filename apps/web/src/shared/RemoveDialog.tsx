import { m } from "@cahier/schema/messages";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Failed } from "../ui/Failed.tsx";
import { Form } from "../ui/Form.tsx";
import { Recap } from "../ui/Recap.tsx";
import type { useAct } from "../ui/useAct.ts";

interface Props extends Pick<ComponentProps<typeof Dialog>, "open" | "onClose" | "title"> {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed">;
  label: string;
  /** Consequences: the parts that go, those that stay, and the way back if there is one. */
  lines: ComponentProps<typeof Recap>["lines"];
  /** Label of the button that does it. */
  sure: string;
  onRemove: () => void;
  /** Sentences read before the act. */
  children?: ReactNode;
}

/** Asks once more before something goes for good: what goes and what stays are read there. */
export const RemoveDialog = ({ open, onClose, title, act, label, lines, sure, onRemove, children }: Props) => (
  <Dialog open={open} onClose={onClose} title={title}>
    <Form label={label} problems={act.problems} busy={act.busy} onSubmit={onRemove}>
      {children}
      <Recap lines={lines} />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit">{sure}</Button>
        <Button data-first onClick={onClose}>
          {m.reaction_cancel()}
        </Button>
      </div>
    </Form>
  </Dialog>
);
