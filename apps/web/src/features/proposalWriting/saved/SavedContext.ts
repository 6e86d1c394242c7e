import { createContext, use, useEffect } from "react";

/** State of a form: `typed` until it is sent. */
export type SavedState = "saved" | "typed" | "saving" | "failed" | "stale";

/** The forms of the workshop say where they are; its head says it for all. */
export interface Saved {
  /** True where each pause saves; in a public proposal a save is a version, made when one says so. */
  asTyped: boolean;
  say: (form: string, state: SavedState | null) => void;
}

export const SavedContext = createContext<Saved>({ asTyped: false, say: () => undefined });

/** Says where a form is as long as it is on the page. */
export function useSaid(form: string, state: SavedState) {
  const { say } = use(SavedContext);
  useEffect(() => {
    say(form, state);
    return () => say(form, null);
  }, [say, form, state]);
}

/** State shown for all forms: the worst of them. */
export const worst = (states: Iterable<SavedState>): SavedState => {
  const all = new Set(states);
  return (["stale", "failed", "saving", "typed"] as const).find((one) => all.has(one)) ?? "saved";
};
