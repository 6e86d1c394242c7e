import { useKeys } from "../keys/useKeys.ts";
import { find } from "../useArrived.ts";
import { ends } from "./Ends.tsx";
import type { Target } from "./session.ts";
import type { useActs, useEnding } from "./useActs.ts";
import type { Way } from "../way/useWay.ts";

interface Sheet {
  way: Way;
  acts: ReturnType<typeof useActs>;
  ending: ReturnType<typeof useEnding>;
  /** Key points by their digits. */
  keyPoints: readonly Target[];
  show: (what: "whole") => void;
  toggle: (what: "whole" | "keys") => void;
  /** Closes what is open over the texts, or lets go of the words that are chosen. */
  leave: () => void;
}

/** The keys of a sheet. */
export function useSheetKeys({ way, acts, ending, keyPoints, show, toggle, leave }: Sheet) {
  const { alone, end } = ending;
  const meeting = () => {
    show("whole");
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-meeting] button")?.focus());
  };
  useKeys({
    on: {
      Enter: acts.done,
      Escape: leave,
      "/": find,
      n: find,
      r: acts.done,
      p: way.next,
      j: way.next,
      k: way.before,
      u: acts.undo,
      c: () => toggle("whole"),
      e: acts.keep,
      m: meeting,
      q: way.quit,
      "?": () => toggle("keys"),
      ...Object.fromEntries(
        ends().map(({ reason, letter }) => [letter, ({ shiftKey }: KeyboardEvent) => end(reason, alone || shiftKey)]),
      ),
    },
    onDigit: (digit) => keyPoints[digit - 1] && acts.give(keyPoints[digit - 1]!),
  });
}
