import { useEffect, useMemo, useSyncExternalStore } from "react";
import { Kept } from "./kept.ts";

/**
 * The fields of a form as typed, kept on this device under a name; the first drawing finds none yet. What another tab
 * types is found too, where nothing was typed here, unless this one does not follow.
 */
export function useKept<Value>(name: string, follows = true) {
  const kept = useMemo(() => new Kept<Value>(name), [name]);
  const state = useSyncExternalStore(kept.subscribe, kept.state, kept.state);
  useEffect(() => {
    void kept.open();
    return kept.listen(follows);
  }, [kept, follows]);
  return { kept, ...state };
}
