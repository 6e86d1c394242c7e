import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";

/** Texts that are ready after the one that is read. */
const ahead = 20;

interface Queue {
  readingDesk: { contribution: { nextId: string | null } | null };
}

/** Loads the texts after this one, one after the other, so that each shows at once, without a network too. */
export function useAhead<Variables extends OperationVariables>(
  query: TypedDocumentNode<Queue, Variables>,
  variables: Omit<Variables, "id">,
  from: string | null,
) {
  const client = useApolloClient();
  const filter = JSON.stringify(variables);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      let id = from;
      for (let count = 0; count < ahead && id && !stop.signal.aborted; count++) {
        const all = { ...(JSON.parse(filter) as typeof variables), id } as unknown as Variables;
        // oxlint-disable-next-line no-await-in-loop -- each says which one follows it
        const { data } = await client.query({ query, variables: all });
        id = data?.readingDesk.contribution?.nextId ?? null;
      }
    };
    load().catch(() => undefined); // Without a network there is what came before.
    return () => stop.abort();
  }, [client, query, filter, from]);
}

/** True once a text is on this page, or came when it was asked for. */
export async function isReady<Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
) {
  try {
    await client.query({ query, variables });
    return true;
  } catch {
    return false;
  }
}
