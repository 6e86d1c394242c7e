import { useCallback, useEffect, useState } from "react";
import { newKey } from "../../ui/key.ts";
import type { Problem } from "../../ui/problems.ts";
import type { Waiting, Written } from "./unsent.ts";

/** The sheet being typed in. */
export interface Current {
  key: string;
  written: Written;
  /** Problems it was refused for, while it is being mended. */
  refused: readonly Problem[];
}

/** Fields that stay from one sheet to the next. */
const forTheBatch = ["batch", "receivedOn", "collectedBy", "meetingId", "entryId"];

const isTyped = ({ typed, head }: Written) =>
  [
    ...Object.values(typed),
    ...Object.entries(head).flatMap(([name, value]) => (forTheBatch.includes(name) ? [] : value)),
  ].some((value) => value.trim() !== "");

/**
 * The sheet in hand, kept on the device at each key: a closed tab loses nothing of it. Two tabs hold the same one: what
 * one writes is in the other, which would else send another sheet under a key that has left.
 */
export function useWritten(name: string, blank: () => Written) {
  const [current, setCurrent] = useState(() => kept(name) ?? fresh(blank()));
  const write = useCallback(
    (next: Current) => {
      setCurrent(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // The device keeps nothing: the sheet is still on the screen, and is sent from there.
      }
    },
    [name],
  );
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      const found = key === name ? kept(name) : null;
      if (found) setCurrent(found);
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [name]);
  return {
    ...current,
    /** True if something would be lost if another sheet took its place. */
    begun: isTyped(current.written),
    type: (typed: Written["typed"]) => write({ ...current, written: { ...current.written, typed } }),
    head: (field: string, value: string) =>
      write({ ...current, written: { ...current.written, head: { ...current.written.head, [field]: value } } }),
    revise: (revision: number) => write({ ...current, written: { ...current.written, revision } }),
    mend: ({ key, written, problems }: Waiting) => write({ key, written, refused: problems ?? [] }),
    /** Takes a blank sheet; what was said for the whole batch stays. */
    next: () => {
      const { head, ...rest } = current.written;
      const stays = Object.fromEntries(Object.entries(head).filter(([field]) => forTheBatch.includes(field)));
      write(fresh({ ...rest, typed: {}, head: stays }));
    },
  };
}

const fresh = (written: Written): Current => ({ key: newKey(), written, refused: [] });

function kept(name: string): Current | null {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? "null") as Current | null;
    return found?.key && found.written ? found : null;
  } catch {
    return null;
  }
}
