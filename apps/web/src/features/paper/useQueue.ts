import { useApolloClient } from "@apollo/client/react";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { PaperQueue } from "./queue.ts";
import { sendEntry } from "./send.tsx";
import { isHeldBack } from "./unsent.ts";

/** Milliseconds between two tries of waiting sheets. */
const again = 15_000;

/** The queue of a person on this device: it leaves as soon as it can, as long as a page holds it. */
export function useQueue(personId: string) {
  const client = useApolloClient();
  const queue = useMemo(
    () => new PaperQueue({ personId, send: (waiting) => sendEntry(client, personId, waiting) }),
    [client, personId],
  );
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  useEffect(() => {
    const flush = () => void queue.flush();
    const look = ({ key }: StorageEvent) => (key === null || key.startsWith("entry")) && queue.look();
    const timer = setInterval(() => !queue.state().waiting.every(isHeldBack) && flush(), again);
    addEventListener("online", flush);
    addEventListener("storage", look);
    void queue.mend().then(flush);
    return () => {
      clearInterval(timer);
      removeEventListener("online", flush);
      removeEventListener("storage", look);
    };
  }, [queue]);
  return { queue, ...state };
}
