import { useEffect, useMemo, useSyncExternalStore } from "react";
import { Kept } from "./kept.ts";

/** The fields of a form as typed, kept on this device under a name; the first drawing finds none yet. */
export function useKept<Value>(name: string) {
  const kept = useMemo(() => new Kept<Value>(name), [name]);
  const state = useSyncExternalStore(kept.subscribe, kept.state, kept.state);
  useEffect(() => {
    void kept.open();
    return kept.listen();
  }, [kept]);
  return { kept, ...state };
}
