import { useSyncExternalStore } from "react";

/** Act on a text that can be taken back. */
export interface Act {
  said: string;
  /** Takes it back; says whether that was done. */
  undo: () => Promise<boolean>;
}

const none: readonly Act[] = [];
const acts = new Map<string, readonly Act[]>();
const changed = new EventTarget();

function set(contributionId: string, list: readonly Act[]) {
  acts.set(contributionId, list);
  changed.dispatchEvent(new Event("change"));
}

/** One after the other, as they were pressed: the second waits for the first. */
let before: Promise<unknown> = Promise.resolve();

export function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const mine = before.then(act, act);
  before = mine.catch(() => undefined);
  return mine;
}

export const actsOn = (contributionId: string) => acts.get(contributionId) ?? none;

export const remember = (contributionId: string, act: Act) => set(contributionId, [...actsOn(contributionId), act]);

/** Takes back the last act on a text, once those before it are done; false without one, or where it stays. */
export const undoLast = (contributionId: string): Promise<boolean> =>
  inTurn(async () => {
    const list = actsOn(contributionId);
    const last = list.at(-1);
    if (!last) return false;
    const done = await last.undo().catch(() => false);
    if (done) set(contributionId, list.slice(0, -1));
    return done;
  });

/** Acts on a text since the page was opened, the last one at the end. */
export const useActs = (contributionId: string) =>
  useSyncExternalStore(
    (listener) => {
      changed.addEventListener("change", listener);
      return () => changed.removeEventListener("change", listener);
    },
    () => actsOn(contributionId),
    () => none,
  );
