import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "../../ui/key.ts";
import type { Problem } from "../../ui/problems.ts";
import { shelf } from "../../ui/shelf.ts";
import { read, type Waiting, type Written } from "./unsent.ts";

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

/** Milliseconds after a key until the disk has it too. */
const pause = 400;

/**
 * The sheet in hand, kept on the device at each key: neither a closed tab nor a killed browser loses anything of it. Two
 * tabs hold the same one: what one writes is in the other, which would else send another sheet under a key that has left.
 */
export function useWritten(name: string, blank: () => Written) {
  const [current, setCurrent] = useState(() => kept(name) ?? fresh(blank()));
  /** True once the disk was asked: it knows better than what is read at once, where a browser was killed. */
  const [ready, setReady] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useCallback(
    (next: Current) => {
      setCurrent(next);
      try {
        shelf.storage().setItem(name, JSON.stringify({ ...next, savedAt: new Date().toISOString() }));
      } catch {
        // The device keeps nothing: the sheet is still on the screen, and is sent from there.
      }
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const text = shelf.read(name);
        if (text) void shelf.keep(name, text).catch(() => undefined);
      }, pause);
    },
    [name],
  );
  useEffect(() => {
    const take = () => setCurrent((now) => kept(name) ?? now);
    const follow = ({ key }: StorageEvent) => key === name && take();
    addEventListener("storage", follow);
    let isHere = true;
    const mend = async () => {
      await shelf.mend(name).catch(() => []);
      if (!isHere) return;
      take();
      setReady(true);
    };
    void mend();
    return () => {
      isHere = false;
      removeEventListener("storage", follow);
    };
  }, [name]);
  return {
    ...current,
    ready,
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
  const found = read(shelf, name) as Current | null;
  return found?.written ? found : null;
}
