import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { loadAround } from "./around.tsx";
import { calm } from "./calm.ts";

/** Texts that are ready after the one that is read. */
const ahead = 20;

interface Queue {
  readingDesk: { contribution: { nextId: string | null; objective: { slug: string } | null } | null };
}

/** Texts that are on this page, each with the one that follows it: read in the cache each time they would cost a frame. */
const ready = new Map<string, string | null>();

const keyOf = (variables: OperationVariables) => JSON.stringify(variables);

/** Loads one text, unless it is there; answers the one that follows it. */
async function load<Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Queue, Variables>,
  variables: Variables,
): Promise<string | null> {
  const known = ready.get(keyOf(variables));
  if (known !== undefined) return known;
  const { data } = await client.query({ query, variables });
  const text = data?.readingDesk.contribution;
  await loadAround(client, text?.objective?.slug ?? "");
  const next = text?.nextId ?? null;
  ready.set(keyOf(variables), next);
  return next;
}

/** Loads the texts after this one, one after the other, so that each shows at once, without a network too. */
export function useAhead<Variables extends OperationVariables>(
  query: TypedDocumentNode<Queue, Variables>,
  variablesOf: (id: string) => Variables,
  from: string | null,
) {
  const client = useApolloClient();
  const filter = keyOf(variablesOf(""));
  useEffect(() => {
    const stop = new AbortController();
    const walk = async () => {
      let id = from;
      for (let count = 0; count < ahead && id; count++) {
        const variables: Variables = { ...(JSON.parse(filter) as Variables), id };
        // oxlint-disable no-await-in-loop -- each says which one follows it
        if (!ready.has(keyOf(variables))) await calm();
        if (stop.signal.aborted) return;
        id = await load(client, query, variables);
        // oxlint-enable no-await-in-loop
      }
    };
    // Without a network there is what came before.
    void walk().catch(() => undefined);
    return () => stop.abort();
  }, [client, query, filter, from]);
}

/** True once a text is on this page, or came when it was asked for. */
export const isReady = <Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Queue, Variables>,
  variables: Variables,
): Promise<boolean> =>
  load(client, query, variables).then(
    () => true,
    () => false,
  );
