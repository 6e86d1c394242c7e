import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";

/** Milliseconds between two polls while somebody watches. */
const every = 5000;

export interface Live {
  /** Moment of the last request; null before the first. */
  at: string | null;
  state: "live" | "paused" | "lost";
}

/** Asks the query of a page again while it is on screen: what it holds changes where it is shown. */
export function useLive<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  isLive: boolean,
): Live {
  const client = useApolloClient();
  const [live, setLive] = useState<Live>({ at: null, state: "live" });
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!isLive) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const ask = async () => {
      const asked = JSON.parse(key) as Variables;
      const state = await client
        .query<Data, Variables>({ query, variables: asked, fetchPolicy: "network-only" } as never)
        .then(
          () => "live" as const,
          () => "lost" as const,
        );
      if (over) return;
      setLive((before) => ({ at: state === "live" ? new Date().toISOString() : before.at, state }));
      if (document.visibilityState === "visible") timer = setTimeout(() => void ask(), every);
    };
    const change = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") void ask();
      else setLive((before) => ({ ...before, state: "paused" }));
    };
    change();
    document.addEventListener("visibilitychange", change);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", change);
    };
  }, [client, query, key, isLive]);
  return live;
}
