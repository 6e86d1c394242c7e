import { useCallback, useMemo, useState } from "react";
import { type Saved, type SavedState, worst } from "./SavedContext.ts";

/** State of all the forms of the workshop together, and the time since which all is saved. */
export function useAllSaved(asTyped: boolean) {
  const [forms, setForms] = useState<ReadonlyMap<string, SavedState>>(new Map());
  const [at, setAt] = useState<string | null>(null);
  // At once: the line never says « Enregistré » of a sentence in which a letter was just typed.
  const say = useCallback((form: string, state: SavedState | null) => {
    setForms((before) => {
      if ((before.get(form) ?? null) === state) return before;
      const next = new Map(before);
      if (state) next.set(form, state);
      else next.delete(form);
      return next;
    });
    if (state === "saving") setAt(new Date().toISOString());
  }, []);
  const saved = useMemo<Saved>(() => ({ asTyped, say }), [asTyped, say]);
  return { saved, all: { state: worst(forms.values()), at } };
}
