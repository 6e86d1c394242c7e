import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef } from "react";
import type { RefreshWriting, RefreshWritingVariables } from "../../graphql/operations.generated.ts";
import { nowAndThen } from "../../ui/nowAndThen.ts";
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

  useEffect(() => nowAndThen(() => void refresh()), [refresh]);

  return { refresh: () => void refresh(), hold };
}
