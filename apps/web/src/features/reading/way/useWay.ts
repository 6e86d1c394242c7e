import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { type NavigateFunction, useLocation } from "react-router-dom";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import { useReadingSearch } from "../filter.ts";
import { useOfText } from "../ofText.ts";
import { held, playHeld } from "../useArrived.ts";
import { isReady, useAhead } from "./ahead.ts";
import { useSession } from "../evening/sending.tsx";

export interface Queue {
  /** The query of the page, for the texts that come next. */
  query: TypedDocumentNode<ReadingTextPage, ReadingTextPageVariables>;
  variablesOf: (id: string, search: URLSearchParams) => ReadingTextPageVariables;
  /** From the page: whoever asks the router for it is drawn at each of its steps. */
  navigate: NavigateFunction;
}

interface Neighbours {
  id: string;
  nextId: string | null;
  previousId: string | null;
}

/** The way from a text to those around it in the queue; the texts after it are loaded ahead. */
export function useWay({ query, variablesOf, navigate }: Queue, { id, nextId, previousId }: Neighbours) {
  const session = useSession();
  const client = useApolloClient();
  const search = useReadingSearch();
  const params = new URLSearchParams(useLocation().search);
  const [missing, setMissing] = useOfText(id, () => false);
  useAhead(query, (to) => variablesOf(to, params), nextId);

  /** To another text, which takes the focus, and the keys pressed meanwhile; false if it does not come. */
  const go = async (to: string, walked = false) => {
    held.hold();
    const there = await isReady(client, query, variablesOf(to, params));
    if (there) await navigate(paths.readingText(to) + search, { state: walked ? { walked } : {} });
    else {
      setMissing(true);
      void playHeld();
    }
    return there;
  };
  const quit = async () => {
    held.drop();
    await navigate(paths.readingEvening() + search);
    return true;
  };
  /** After the last one to the end of the evening, which says how far one is. */
  const next = async () => {
    session.walked.push(id);
    const went = await (nextId ? go(nextId, true) : quit());
    // The way back leads to texts that one left.
    if (!went) session.walked.pop();
    return went;
  };
  const before = async () => {
    // Undoing led back to a text that one had left: there is no step from it to itself.
    while (session.walked.at(-1) === id) session.walked.pop();
    const step = session.walked.pop();
    const to = step ?? previousId;
    if (to && !(await go(to, true)) && step) session.walked.push(step);
  };
  return { go, quit, next, before, missing };
}

export type Way = ReturnType<typeof useWay>;
