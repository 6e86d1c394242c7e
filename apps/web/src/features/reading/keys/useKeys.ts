import { useEffect, useEffectEvent } from "react";
import { useDeviceValue } from "../../../ui/device.ts";
import { digitOf } from "./digits.ts";

/** Name under which a device keeps that keys of one letter are off. */
export const noKeys = "evening:no-keys";

const typing = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog *";
const pressed = "button, a[href], summary";

interface Keys {
  /** Action of each key; it answers false if it does nothing now. */
  on: Record<string, (event: KeyboardEvent) => unknown>;
  onDigit: (digit: number) => void;
}

/**
 * Keys of an evening, wherever the focus is but in a field: Enter is that of the green button, but where it presses
 * another one. They can be put off, for those who speak to their device.
 */
export function useKeys({ on, onDigit }: Keys) {
  const off = useDeviceValue(noKeys) === "1";
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Partial<Element> | null;
    if (target?.matches?.(typing)) return;
    const { key } = event;
    const isEnter = key === "Enter";
    if (isEnter && target?.matches?.(pressed)) return;
    if (off && !isEnter && key !== "Escape") return;
    const digit = digitOf(event);
    const does = on[key.length === 1 ? key.toLowerCase() : key];
    if (does) does(event);
    else if (digit) onDigit(digit);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
}
