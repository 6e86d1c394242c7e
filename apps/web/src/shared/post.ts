import { useState } from "react";
import type { Problem } from "../ui/problems.ts";

interface Sent {
  /** Problems of the refused post. */
  problems: readonly Problem[];
  busy: boolean;
  /** Neither accepted nor refused: the network or the server did not answer. */
  failed: boolean;
}

/** Sends to the routes that set a cookie: they answer `{ problems }`, as a mutation does. */
export function usePost(path: string, onDone: () => void) {
  const [sent, setSent] = useState<Sent>({ problems: [], busy: false, failed: false });
  /** Problems of the answer; null where nobody answered. */
  const send = async (body: Record<string, unknown>) => {
    setSent({ problems: [], busy: true, failed: false });
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const { problems } = (await answer.json()) as { problems?: Problem[] };
      setSent({ problems: problems ?? [], busy: false, failed: !problems });
      if (problems?.length === 0) onDone();
      return problems ?? null;
    } catch {
      setSent({ problems: [], busy: false, failed: true });
      return null;
    }
  };
  return [send, sent] as const;
}
