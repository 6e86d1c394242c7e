import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import { useReadingSearch } from "../filter.ts";
import { held, playHeld } from "../useArrived.ts";
import { isReady, useAhead } from "./ahead.ts";
import { useSession } from "./sending.tsx";

export interface Queue {
  /** The query of the page, for the texts that come next. */
  query: TypedDocumentNode<ReadingTextPage, ReadingTextPageVariables>;
  variablesOf: (id: string, search: URLSearchParams) => ReadingTextPageVariables;
}

interface Neighbours {
  id: string;
  nextId: string | null;
  previousId: string | null;
}

/** The way from a text to those around it in the queue; the texts after it are loaded ahead. */
export function useWay({ query, variablesOf }: Queue, { id, nextId, previousId }: Neighbours) {
  const session = useSession();
  const client = useApolloClient();
  const navigate = useNavigate();
  const search = useReadingSearch();
  const params = new URLSearchParams(useLocation().search);
  const [missing, setMissing] = useState(false);
  useAhead(query, (to) => variablesOf(to, params), nextId);

  /** To another text, which takes the focus, and the keys pressed meanwhile. */
  const go = async (to: string, walked = false) => {
    held.hold();
    if (await isReady(client, query, variablesOf(to, params)))
      return navigate(paths.readingText(to) + search, { state: walked ? { walked } : {} });
    setMissing(true);
    return playHeld();
  };
  const quit = () => {
    held.drop();
    void navigate(paths.readingEvening() + search);
  };
  /** After the last one to the end of the evening, which says how far one is. */
  const next = () => {
    session.walked.push(id);
    return nextId ? go(nextId, true) : quit();
  };
  const before = () => {
    const to = session.walked.pop() ?? previousId;
    return to && go(to, true);
  };
  return { go, quit, next, before, missing };
}

export type Way = ReturnType<typeof useWay>;
