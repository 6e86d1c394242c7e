import type { TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { Problem } from "./problems.ts";

interface Payload {
  problems: readonly Problem[];
}

const none: readonly Problem[] = [];

/**
 * An act: what was refused, and whether nobody answered. The page is brought up to date by itself, as far as the answer
 * tells; the queries named `again` are asked again before it is done.
 */
export function useAct<Data extends Record<keyof Data, Payload>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  again: string[] = [],
) {
  const [send, { data, loading, error, reset }] = useMutation(mutation as TypedDocumentNode<Data, { input: Input }>, {
    refetchQueries: again,
    awaitRefetchQueries: true,
  });
  const payloadOf = (answer: unknown) => (answer ? (Object.values(answer)[0] as Data[keyof Data]) : null);
  const payload = payloadOf(data);
  // Stays in sight until the answer: a second press meets the same button, not what has moved under it.
  const now = { problems: payload?.problems ?? none, failed: error ?? null };
  const [before, setBefore] = useState(now);
  const act = async (input: Input) => {
    setBefore(now);
    try {
      const result = payloadOf((await send({ variables: { input } })).data);
      return result && result.problems.length === 0 ? result : null;
    } catch {
      return null;
    }
  };
  const flight = useRef<{ said: string; answer: ReturnType<typeof act> }>(null);
  return {
    problems: (loading ? before : now).problems,
    busy: loading,
    /** Cause, where it was neither done nor refused: what was typed is still there, to be sent again. */
    failed: (loading ? before : now).failed,
    /** Last answer, refused or not. */
    answer: payload,
    done: !!payload && payload.problems.length === 0,
    reset,
    /** Payload of the mutation; null when it was refused, or when nobody answered. Pressed again meanwhile, it is sent once. */
    run: (input: Input) => {
      const said = JSON.stringify(input);
      if (flight.current?.said === said) return flight.current.answer;
      const last = { said, answer: act(input).finally(() => flight.current === last && (flight.current = null)) };
      flight.current = last;
      return last.answer;
    },
  };
}
