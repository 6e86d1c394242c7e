import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { use, useContext, useState } from "react";
import { useNavigate } from "react-router-dom";
import { paths } from "../../../paths.ts";
import { RemoveDialog } from "../../../shared/RemoveDialog.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { UnsavedContext } from "../../../ui/unsaved.ts";
import { useAct } from "../../../ui/useAct.ts";
import { removeSynthesisVersion } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import type { Version } from "../writing.tsx";

interface Props {
  version: Version;
  /** It is removed, and an earlier one stays. */
  onRemoved: (version: number) => void;
}

/** Removes the draft of a version: what goes and what stays are read once more before it is done. */
export function RemoveDraft({ version, onRemoved }: Props) {
  const { synthesis, hold } = use(DeskContext);
  const unsaved = useContext(UnsavedContext);
  const [asked, setAsked] = useState(false);
  const { cache } = useApolloClient();
  const navigate = useNavigate();
  const act = useAct(removeSynthesisVersion);
  const { version: number, revision, paragraphs, setAside } = version;
  const remove = async () => {
    if (!(await hold(act.run({ id: synthesis.id, version: number, revision })))) return;
    if (number > 1) return onRemoved(number);
    // Nothing is left to be saved: it is gone, and the synthesis with it.
    unsaved.forget();
    await navigate(paths.reading());
    cache.evict({ id: cache.identify(synthesis) });
  };
  const isStale = act.problems.some(({ code }) => code === "STALE");
  return (
    <>
      <p>
        <Button onClick={() => setAsked(true)}>{m.synthesis_remove_version()}</Button>
      </p>
      <RemoveDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={m.synthesis_remove_version_title({ version: number })}
        label={m.synthesis_remove_version()}
        act={{ ...act, problems: act.problems.filter(({ code }) => code !== "STALE") }}
        lines={[
          [
            m.synthesis_remove_version_goes(),
            m.synthesis_remove_version_goes_what({ paragraphs: paragraphs.length, setAside: setAside.length }),
          ],
          [
            m.synthesis_remove_version_stays(),
            number > 1
              ? m.synthesis_remove_version_stays_next({ before: number - 1, version: number })
              : m.synthesis_remove_version_stays_first(),
          ],
          [m.synthesis_remove_version_back(), m.synthesis_remove_version_back_what()],
        ]}
        sure={m.synthesis_remove_version_sure()}
        onRemove={() => void remove()}
      >
        {isStale && (
          <Notice tone="warn" live>
            {m.synthesis_remove_version_changed()}
          </Notice>
        )}
      </RemoveDialog>
    </>
  );
}
