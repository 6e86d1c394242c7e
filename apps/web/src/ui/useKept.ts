// chunk: page
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { Kept } from "./kept.ts";

/** What is typed in a form, kept on this device under a name; on the first drawing nothing is found yet. */
export function useKept<Value>(name: string) {
  const kept = useMemo(() => new Kept<Value>(name), [name]);
  const state = useSyncExternalStore(kept.subscribe, kept.state, kept.state);
  useEffect(() => {
    void kept.open();
    return kept.listen();
  }, [kept]);
  return { kept, ...state };
}
