import { m } from "@cahier/schema/messages";
import { Icon } from "../../ui/Icon.tsx";
import { failureSentence } from "../../ui/failure.ts";
import type { Saving } from "../../ui/useSaving.ts";

const sentences: Partial<Record<Saving<object>["state"], () => string>> = {
  saving: m.synthesis_saving,
  typed: m.synthesis_typed,
  failed: m.synthesis_not_saved,
  stale: m.synthesis_stale_state,
  refused: m.synthesis_refused_state,
};

interface Props extends Pick<Saving<object>, "state" | "failure"> {
  missing?: string | null;
}

/** Save state; only failures are announced aloud. */
export const SaveState = ({ state, failure, missing }: Props) => {
  const said = (state === "failed" && failureSentence(failure)) || sentences[state]?.();
  const wrong = state === "failed" || state === "stale" || state === "refused";
  return (
    <span className="writing-state" data-state={state}>
      <span aria-hidden={wrong || undefined}>
        {state === "saved" ? (
          <>
            <Icon name="tick" size={16} /> {m.synthesis_saved()}
          </>
        ) : (
          (state !== "still" && missing) || said
        )}
      </span>
      <output className="visually-hidden">{wrong && said}</output>
    </span>
  );
};
