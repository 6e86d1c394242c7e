import { useEffect, useRef } from "react";
import { useNavigate } from "react-router-dom";
import type { Problem } from "../../../ui/problems.ts";
import type { Attempt } from "./draft.ts";
import { eraseSent, handOver } from "./handOver.ts";
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
        if (!problems.length) return eraseSent(keeper, waiting);
        keeper.note({ waiting: null });
        latest.current.onProblems(problems);
        return void latest.current.navigate({ search: "?part=review" });
      },
      resumed,
    );
  }, [keeper, key, waiting, resumed]);
  return null;
}
