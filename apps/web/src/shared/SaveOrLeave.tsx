import { m } from "@cahier/schema/messages";
import type { ComponentProps } from "react";
import { Button } from "../ui/Button.tsx";
import { Failed } from "../ui/Failed.tsx";

interface Props {
  /** Label of the button that saves. */
  save: string;
  /** Cause and sentence of a save that nobody answered. */
  failed: ComponentProps<typeof Failed>["because"];
  sorry: string;
  onLeave: () => void;
}

/** End of a form opened in its page: save, or close it as it was. */
export const SaveOrLeave = ({ save, failed, sorry, onLeave }: Props) => (
  <>
    <Failed because={failed}>{sorry}</Failed>
    <p className="cluster">
      <Button type="submit" primary small>
        {save}
      </Button>
      <Button small onClick={onLeave}>
        {m.coherence_cancel()}
      </Button>
    </p>
  </>
);
