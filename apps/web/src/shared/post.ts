import { useState } from "react";
import type { Failure } from "../ui/failure.ts";
import type { Problem } from "../ui/problems.ts";

interface Sent {
  /** Problems of the refused post. */
  problems: readonly Problem[];
  busy: boolean;
  /** Cause, where it was neither accepted nor refused. */
  failed: Failure;
}

/** Sends to the routes that set a cookie: they answer `{ problems }`, as a mutation does. */
export function usePost<More extends object>(path: string, onDone: (told: Partial<More>) => void) {
  const [sent, setSent] = useState<Sent>({ problems: [], busy: false, failed: null });
  /** Problems of the answer; null where nobody answered. */
  const send = async (body: Record<string, unknown>) => {
    // The refusal stays in sight meanwhile: a second press meets the same button, not what has moved under it.
    setSent((before) => ({ ...before, busy: true }));
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const { problems, ...more } = await toldBy<{ problems: Problem[] }>(answer);
      const isDone = problems?.length === 0;
      // Once it is accepted another page comes.
      setSent((before) => ({
        ...(isDone ? before : { problems: problems ?? [], failed: problems ? null : answer }),
        busy: false,
      }));
      if (isDone) onDone(more);
      return problems ?? null;
    } catch (error) {
      setSent({ problems: [], busy: false, failed: error as Error });
      return null;
    }
  };
  return [send, sent] as const;
}

/** Answer of a route as it says it; nothing where it is not JSON. */
export const toldBy = async <Told>(answer: Response): Promise<Partial<Told>> => {
  try {
    return (await answer.json()) as Partial<Told>;
  } catch {
    return {};
  }
};
