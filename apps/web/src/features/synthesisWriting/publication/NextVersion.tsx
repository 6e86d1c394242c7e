import { m } from "@cahier/schema/messages";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import { useAct } from "../../../ui/useAct.ts";
import { reviseSynthesis } from "../synthesis.mutations.tsx";
import type { Writing } from "../writing.tsx";

interface Props {
  synthesis: Writing;
  /** Number of the draft that was just removed here: said, and the keyboard goes on from there. */
  removed: number | null;
}

const takeFocus = (place: HTMLElement | null) => place?.focus();

/** Nothing is under way: the version in force is frozen, and the next one begins as its copy. */
export function NextVersion({ synthesis, removed }: Props) {
  const act = useAct(reviseSynthesis);
  const { id, version, viewerCan } = synthesis;
  return (
    <div className="flow">
      {removed !== null && (
        <div tabIndex={-1} ref={takeFocus}>
          <Notice tone="done" live>
            {m.synthesis_version_removed({ version: removed })}
          </Notice>
        </div>
      )}
      <p>{m.synthesis_none_under_way({ version })}</p>
      <Failed because={act.failed} />
      {act.problems.length > 0 && (
        <Notice tone="warn" live>
          {act.problems.map(problemSentence).join(" ")}
        </Notice>
      )}
      {viewerCan.write && (
        <p>
          <Button primary disabled={act.busy} onClick={() => void act.run({ id })}>
            {m.synthesis_revise({ version: version + 1 })}
          </Button>
        </p>
      )}
    </div>
  );
}
