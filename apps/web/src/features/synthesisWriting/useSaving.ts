import { useEffect, useRef, useState } from "react";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";
import { useEditing } from "../../ui/useEditing.ts";

interface About<Fields extends object> {
  id: string;
  name: string;
  version: number;
  fields: Fields;
  same?: (a: unknown, b: unknown) => boolean;
  /** Sends what was written; what was refused, nothing when it was saved. */
  send: (fields: Fields, changed: readonly (keyof Fields)[], version: number) => Promise<readonly Problem[]>;
  /** Asks for what is in force. */
  refresh: () => void;
}

type State = "still" | "saving" | "saved" | "failed" | "stale" | "refused";

/** Until the next try when nobody answers. */
const pause = 5_000;

/**
 * Writing that is saved when one leaves it, one save after the other. What nobody answered goes again by itself; what
 * somebody else saved meanwhile is put under what was typed, and asked about only where both changed the same thing.
 */
export function useSaving<Fields extends object>({ send, refresh, ...about }: About<Fields>) {
  const [state, setState] = useState<State>("still");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [sentAt, setSentAt] = useState(-1);
  const [failure, setFailure] = useState<Failure>(null);
  const again = useRef(false);
  const editing = useEditing({
    ...about,
    kept: true,
    save: async (fields, changed, version) => {
      setSentAt(version);
      setState("saving");
      try {
        const found = await send(fields, changed, version);
        const stale = found.some(({ code }) => code === "STALE" || code === "GONE");
        setProblems(stale ? [] : found);
        setState(stale ? "stale" : found.length ? "refused" : "saved");
        if (stale) refresh();
        return !found.length;
      } catch (error) {
        setFailure(error as Error);
        setState("failed");
        return false;
      }
    },
  });
  const { dirty, undecided, submit } = editing;
  const busy = state === "saving";

  const save = async () => {
    // Two saves at once would make the second stale by the first.
    if (busy) {
      again.current = true;
      return false;
    }
    return submit();
  };

  // Typed while it was being saved, or put on what somebody else saved: it goes now.
  const put = state === "stale" && about.version !== sentAt && undecided.length === 0;
  useEffect(() => {
    if (busy || !dirty || !(again.current || put)) return;
    again.current = false;
    void submit();
  });
  useEffect(() => {
    if (state !== "failed" || !dirty) return undefined;
    const retry = () => void submit();
    const timer = setTimeout(retry, pause);
    addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", retry);
    };
  });
  // Going elsewhere is leaving it too.
  useEffect(() => {
    const hidden = () => void (document.hidden && dirty && !busy && submit());
    document.addEventListener("visibilitychange", hidden);
    return () => document.removeEventListener("visibilitychange", hidden);
  });

  return { ...editing, save, busy, failure, problems: dirty ? problems : [], state: stateOf(state, dirty) };
}

const stateOf = (state: State, dirty: boolean): State | "typed" => {
  if (dirty) return state === "still" || state === "saved" ? "typed" : state;
  return state === "stale" || state === "failed" || state === "refused" ? "saved" : state;
};

export type Saving<Fields extends object> = ReturnType<typeof useSaving<Fields>>;
