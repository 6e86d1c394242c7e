import { m } from "@cahier/schema/messages";
import type { ComponentProps } from "react";
import { Button } from "../ui/Button.tsx";
import { Failed } from "../ui/Failed.tsx";

interface Props {
  /** Label of the button that saves. */
  save: string;
  /** Cause of a save that was not answered. */
  failed: ComponentProps<typeof Failed>["because"];
  onLeave: () => void;
}

/** End of a form opened in its page: save, or close it as it was. */
export const SaveOrLeave = ({ save, failed, onLeave }: Props) => (
  <>
    <Failed because={failed} />
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
