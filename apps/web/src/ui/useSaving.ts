import { useEffect, useRef, useState } from "react";
import type { Failure } from "./failure.ts";
import type { Problem } from "./problems.ts";
import { useEditing } from "./useEditing.ts";

/** Moment of saving: as one leaves the field, at each rest while typing too, or only when one says so. */
type Pace = "left" | "typed" | "said";

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
  pace?: Pace;
  /** Milliseconds without a key after which it is saved as one types; null while what is typed is half a thing. */
  restOf?: (fields: Fields) => number | null;
}

type State = "still" | "saving" | "saved" | "failed" | "stale" | "refused";

/** Until the next try when nobody answers. */
const pause = 5_000;

/** Without a key, as one types. */
const rest = 1_200;

/**
 * Writing that is saved when one leaves it, one save after the other. What nobody answered goes again by itself; what
 * somebody else saved meanwhile is put under what was typed, and asked about only where both changed the same thing.
 */
export function useSaving<Fields extends object>({
  send,
  refresh,
  pace = "left",
  restOf = () => rest,
  ...about
}: About<Fields>) {
  const [state, setState] = useState<State>("still");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [sentAt, setSentAt] = useState(-1);
  const [failure, setFailure] = useState<Failure>(null);
  const again = useRef(false);
  /** Last text sent: a refused one is not sent again by itself. */
  const sent = useRef<{ fields: Fields; version: number }>(null);
  const byItself = pace !== "said";
  const editing = useEditing({
    ...about,
    byItself: pace === "typed",
    save: async (fields, changed, version) => {
      sent.current = { fields, version };
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
  const { dirty, undecided, submit, mine } = editing;
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
    if (!byItself || busy || !dirty || !(again.current || put)) return;
    again.current = false;
    void submit();
  });
  useEffect(() => {
    if (!byItself || state !== "failed" || !dirty) return undefined;
    const retry = () => void submit();
    const timer = setTimeout(retry, pause);
    addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", retry);
    };
  });
  const waits = undecided.length > 0 || state === "failed";
  useEffect(() => {
    const wait = restOf(mine);
    const isSent = sent.current?.fields === mine && sent.current.version === about.version;
    if (pace !== "typed" || wait === null || !dirty || busy || waits || isSent) return undefined;
    const timer = setTimeout(() => void submit(), wait);
    return () => clearTimeout(timer);
  });
  // Going elsewhere is leaving it too.
  useEffect(() => {
    const hidden = () => void (byItself && document.hidden && dirty && !busy && submit());
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
