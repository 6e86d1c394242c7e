import { ApolloLink, Observable } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";

/** Milliseconds after an act before it is told: several in a row are told once. */
const rest = 600;

/** Tells that something was done, whatever it was and whoever asked for it; what says that it is `noAct` is none. */
export function useActed(tell: () => void) {
  const client = useApolloClient();
  const told = useEffectEvent(tell);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const before = client.link;
    const listening = new ApolloLink((operation, forward) => {
      const answer = forward(operation);
      if ((operation.operationType as string) !== "mutation" || operation.getContext().noAct) return answer;
      return new Observable((reader) =>
        answer.subscribe({
          next: (value) => reader.next(value),
          error: (error) => reader.error(error),
          complete: () => {
            reader.complete();
            clearTimeout(timer);
            timer = setTimeout(() => told(), rest);
          },
        }),
      );
    });
    client.setLink(listening.concat(before));
    return () => {
      clearTimeout(timer);
      client.setLink(before);
    };
  }, [client]);
}
