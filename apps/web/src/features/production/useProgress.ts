import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";

/** Milliseconds between two polls, while something is under way and the page is on screen. */
const every = 2000;

/** Asks the query of a page again and again while something is being made: what it holds changes where it is shown. */
export function useProgress<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  isUnderWay: boolean,
) {
  const client = useApolloClient();
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      const asked = { query, variables: JSON.parse(key) as Variables, fetchPolicy: "network-only" };
      // A failed poll stays silent: the next act of the person tells them that the network is away.
      client.query<Data, Variables>(asked as never).catch(() => undefined);
    }, every);
    return () => clearInterval(timer);
  }, [client, query, key, isUnderWay]);
}
