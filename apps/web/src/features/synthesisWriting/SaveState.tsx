import { m } from "@cahier/schema/messages";
import { Icon } from "../../ui/Icon.tsx";
import type { Saving } from "./useSaving.ts";

const sentences: Partial<Record<Saving<object>["state"], () => string>> = {
  saving: m.synthesis_saving,
  typed: m.synthesis_typed,
  failed: m.synthesis_not_saved,
  stale: m.synthesis_stale_state,
  refused: m.synthesis_refused_state,
};

/** Save state; only failures are announced aloud. */
export const SaveState = ({ state, missing }: { state: Saving<object>["state"]; missing?: string | null }) => {
  const wrong = state === "failed" || state === "stale" || state === "refused";
  return (
    <span className="writing-state" data-state={state}>
      <span aria-hidden={wrong || undefined}>
        {state === "saved" ? (
          <>
            <Icon name="tick" size={16} /> {m.synthesis_saved()}
          </>
        ) : (
          (state !== "still" && missing) || sentences[state]?.()
        )}
      </span>
      <output className="visually-hidden">{wrong && sentences[state]!()}</output>
    </span>
  );
};
