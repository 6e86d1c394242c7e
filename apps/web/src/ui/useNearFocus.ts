import { useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus near: when what holds it leaves the page, the nearest part around it that stays has it, so that whoever
 * works by keyboard, or listens, goes on from there. A page that gives it to something else is left to do so.
 */
export function useNearFocus<It extends HTMLElement>() {
  const ref = useRef<It>(null);
  useLayoutEffect(() => {
    const it = ref.current!;
    return () => {
      if (!it.contains(document.activeElement)) return;
      const around: HTMLElement[] = [];
      for (let part = it.parentElement; (part = part?.closest("li, section") ?? null); part = part.parentElement)
        around.push(part);
      setTimeout(() => {
        const near = around.find(({ isConnected }) => isConnected);
        if (!near || document.activeElement !== document.body) return;
        near.tabIndex = -1;
        near.focus({ preventScroll: true });
      });
    };
  }, []);
  return ref;
}
