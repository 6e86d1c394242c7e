import { useRef } from "react";
import { newKey } from "../../ui/key.ts";

/**
 * Ids for what is added, until it is: the same for words that are sent again, since the answer to the first may be lost;
 * others for other words.
 */
export function useNewIds() {
  const made = useRef<{ words: string; ids: string[] }>(null);
  return {
    idsFor: (words: string, count = 1) => {
      if (made.current?.words !== words) made.current = { words, ids: Array.from({ length: count }, newKey) };
      return made.current.ids;
    },
    added: () => void (made.current = null),
  };
}
