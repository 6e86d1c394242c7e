import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";

/** How often, in milliseconds, as long as something is under way and the page is on screen. */
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
      // Whoever is away from the network is told by what they do next, not by what they only watch.
      client.query<Data, Variables>(asked as never).catch(() => undefined);
    }, every);
    return () => clearInterval(timer);
  }, [client, query, key, isUnderWay]);
}
