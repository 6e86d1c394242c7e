import type { Problem } from "../../../ui/problems.ts";
import type { Draft } from "./draft.ts";
import type { DraftKeeper } from "./keeper.ts";

/** Takes a response that arrived off the device, unless something was written meanwhile. */
export function eraseSent(keeper: Pick<DraftKeeper, "kept" | "erase">, sent: Draft["waiting"]) {
  if (keeper.kept().draft.waiting === sent) keeper.erase();
}

const first = 3000;
const longest = 60_000;

/**
 * Hands over a response that waits: when the network is back, when somebody comes back to the page, and at longer and
 * longer intervals, for a server that starts again. `soon`: at once too. Answers with how to stop; that it arrived is
 * heard all the same, since the page that thanks for it may be shown first.
 */
export function handOver(
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
