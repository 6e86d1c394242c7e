import { useEffect } from "react";
import { HeldKeys } from "./keys/heldKeys.ts";

export const held = new HeldKeys(globalThis.document);

const text = () => document.querySelector<HTMLElement>("[data-arrival]");

/** Plays the keys that were held on the text that is there. */
export const playHeld = () =>
  held.play((key) => text()?.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true })));

/** Once a text is there it has the focus, after a reload too, and answers to the keys that were pressed on the way. */
export function useArrived() {
  useEffect(() => {
    if (document.activeElement === document.body) text()?.focus({ preventScroll: true });
    void playHeld();
  }, []);
}
