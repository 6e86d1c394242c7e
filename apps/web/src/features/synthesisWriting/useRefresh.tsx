import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef } from "react";
import type { RefreshWriting, RefreshWritingVariables } from "../../graphql/operations.generated.ts";
import { writing } from "./writing.tsx";

const query: TypedDocumentNode<RefreshWriting, RefreshWritingVariables> = gql`
  query RefreshWriting($slug: String!) {
    synthesis(slug: $slug) {
      id
      ...Writing_synthesis @unmask
    }
  }
  ${writing}
`;

/** Milliseconds between two refreshes: the longest delay before a save of somebody else shows. */
const period = 20_000;

/**
 * Brings what others saved, now and then and when one comes back to the page, without touching what is being typed. What
 * was asked for before a save ended is older than it, and is not read.
 */
export function useRefresh(slug: string) {
  const client = useApolloClient();
  const saves = useRef(0);
  const running = useRef(0);

  const refresh = useCallback(async () => {
    const before = saves.current;
    const answer = await client.query({ query, variables: { slug }, fetchPolicy: "no-cache" }).catch(() => null);
    if (answer?.data && before === saves.current && !running.current)
      client.writeQuery({ query, variables: { slug }, data: answer.data });
  }, [client, slug]);

  const hold = useCallback(async <T,>(saving: Promise<T>): Promise<T> => {
    running.current += 1;
    try {
      return await saving;
    } finally {
      running.current -= 1;
      saves.current += 1;
    }
  }, []);

  useEffect(() => {
    const now = () => void (!document.hidden && refresh());
    const timer = setInterval(now, period);
    document.addEventListener("visibilitychange", now);
    addEventListener("focus", now);
    addEventListener("online", now);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", now);
      removeEventListener("focus", now);
      removeEventListener("online", now);
    };
  }, [refresh]);

  return { refresh: () => void refresh(), hold };
}
