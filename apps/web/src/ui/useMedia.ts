import { useCallback, useSyncExternalStore } from "react";

/** True while the screen is as the words of a media query say, and where there is no screen. */
export function useMedia(words: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(words);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [words],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(words).matches,
    () => true,
  );
}
