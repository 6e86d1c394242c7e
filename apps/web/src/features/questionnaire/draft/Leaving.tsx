import { useEffect, useRef } from "react";
import { useNavigate } from "react-router-dom";
import type { Problem } from "../../../ui/problems.ts";
import type { Attempt } from "./draft.ts";
import type { DraftKeeper, DraftKept } from "./keeper.ts";

interface Props {
  keeper: DraftKeeper;
  kept: DraftKept;
  send: (response: Attempt & { key: string }) => Promise<readonly Problem[]>;
  onProblems: (problems: readonly Problem[]) => void;
}

/**
 * Sends by itself a response handed over without a network; a refused one opens the review, which says why. Renders
 * nothing.
 */
export function Leaving({ keeper, kept: { draft, resumed }, ...means }: Props) {
  const { key, waiting } = draft;
  const navigate = useNavigate();
  const latest = useRef({ ...means, navigate });
  useEffect(() => {
    latest.current = { ...means, navigate };
  });
  useEffect(() => {
    if (!waiting) return undefined;
    return handOver(
      () => latest.current.send({ key, ...waiting }),
      (problems) => {
        // The page that thanks for it may have taken our place: it is erased unless something was written meanwhile.
        if (!problems.length) return void (keeper.kept().draft.waiting === waiting && keeper.erase());
        keeper.note({ waiting: null });
        latest.current.onProblems(problems);
        return void latest.current.navigate({ search: "?part=review" });
      },
      resumed,
    );
  }, [keeper, key, waiting, resumed]);
  return null;
}

const first = 3000;
const longest = 60_000;

/**
 * Hands over a response that waits: when the network is back, when somebody comes back to the page, and at longer and
 * longer intervals, for a server that starts again. `soon`: at once too. Answers with how to stop.
 */
function handOver(
  send: () => Promise<readonly Problem[]>,
  onAnswer: (problems: readonly Problem[]) => void,
  soon: boolean,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = first;
  let trying = false;
  let stopped = false;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), pause);
    pause = Math.min(2 * pause, longest);
  };
  async function attempt() {
    if (trying || stopped || !navigator.onLine) return;
    trying = true;
    try {
      const problems = await send();
      if (!stopped || !problems.length) onAnswer(problems);
    } catch {
      if (!stopped) later();
    } finally {
      trying = false;
    }
  }
  const again = () => {
    pause = first;
    void attempt();
  };
  const onReturn = () => document.visibilityState === "visible" && again();

  addEventListener("online", again);
  document.addEventListener("visibilitychange", onReturn);
  if (soon) again();
  else later();
  return () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener("online", again);
    document.removeEventListener("visibilitychange", onReturn);
  };
}
