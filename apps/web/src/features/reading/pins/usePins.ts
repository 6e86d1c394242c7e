import { useMemo, useState } from "react";
import { digitsOf, inOrder, pin as pinOn } from "../keys/digits.ts";
import type { PinnedKeyPoint } from "./Pins.tsx";

/** Key points of an objective in the order of this evening, and the way to give a digit to one. */
export function usePins(objective: { slug: string; keyPoints: readonly PinnedKeyPoint[] } | null) {
  const [moved, setMoved] = useState(0);
  const digits = useMemo(
    () => (objective ? digitsOf(objective.slug, objective.keyPoints) : null),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was pinned is read again from the device
    [objective, moved],
  );
  const keyPoints = useMemo(
    () => (objective && digits ? inOrder(objective.keyPoints, digits.ids) : []),
    [objective, digits],
  );
  const pin = (id: string, digit: number) => {
    if (!objective || !digits) return;
    pinOn(objective.slug, digits, id, digit);
    setMoved((count) => count + 1);
  };
  return { keyPoints, pin };
}
