import { useLayoutEffect, useRef } from "react";

const isFree = () => document.activeElement === document.body;

/**
 * Keeps the focus near: when what holds it leaves the page, the nearest part around it that stays has it, so that whoever
 * works by keyboard, or listens, goes on from there. What was pressed has it again once it is answered: a browser takes it
 * from a button that waits. A page that gives it to something else is left to do so.
 */
export function useNearFocus<It extends HTMLElement>(busy: boolean) {
  const ref = useRef<It>(null);
  const pressed = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!busy && isFree()) pressed.current?.focus({ preventScroll: true });
    pressed.current = busy ? (document.activeElement as HTMLElement) : null;
  }, [busy]);
  useLayoutEffect(() => {
    const it = ref.current!;
    return () => {
      if (!it.contains(pressed.current ?? document.activeElement)) return;
      const around: HTMLElement[] = [];
      for (let part = it.parentElement; (part = part?.closest("li, section") ?? null); part = part.parentElement)
        around.push(part);
      setTimeout(() => {
        const near = around.find(({ isConnected }) => isConnected);
        if (!near || !isFree()) return;
        near.tabIndex = -1;
        near.focus({ preventScroll: true });
      });
    };
  }, []);
  return ref;
}
