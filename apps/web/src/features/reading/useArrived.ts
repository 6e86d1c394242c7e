import { useEffect } from "react";
import { HeldKeys } from "./keys/heldKeys.ts";

export const held = new HeldKeys(globalThis.document);

const text = () => document.querySelector<HTMLElement>("[data-arrival]");

/** The field that finds a key point, while it is open. */
const finding = () => document.querySelector("[data-find][aria-expanded=true]");

/** Plays the keys that were held on the text that is there, or in the field that one of them opened. */
export const playHeld = () =>
  held.play((key) => (finding() ?? text())?.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true })));

/** To the field that finds a key point, at once: the letters that follow are those of the word, and no acts without it. */
export function find() {
  const field = document.querySelector<HTMLInputElement>("[data-find]");
  if (field) field.focus();
  else held.drop();
}

/** Once a text is there it has the focus, after a reload too, and answers to the keys that were pressed on the way. */
export function useArrived() {
  useEffect(() => {
    if (document.activeElement === document.body) text()?.focus({ preventScroll: true });
    void playHeld();
  }, []);
}
