import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { undoLast, useActs } from "./acts.ts";

/** The last act on a text, and « Défaire » in sight, whatever it was. */
export function LastAct({ contributionId, onUndone }: { contributionId: string; onUndone: () => void }) {
  const last = useActs(contributionId).at(-1);
  const [refused, setRefused] = useState(false);
  if (!last) return null;
  const undo = async () => {
    setRefused(!(await undoLast(contributionId)));
    onUndone();
  };
  return (
    <Notice tone={refused ? "warn" : "done"} live>
      <span className="cluster">
        {refused ? m.reading_undo_failed() : last.said}
        <Button small onClick={() => void undo()}>
          {m.reading_undo()} <kbd>U</kbd>
        </Button>
      </span>
    </Notice>
  );
}

/** The text before was marked and read: what was marked in it is taken back there. */
export const Passed = ({ onBack }: { onBack: () => void }) => (
  <Notice tone="done" live>
    <span className="cluster">
      {m.reading_marked_and_read()}
      <Button small onClick={onBack}>
        {m.reading_back_to_it()} <kbd>U</kbd>
      </Button>
    </span>
  </Notice>
);
