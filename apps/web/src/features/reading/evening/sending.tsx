import { type ApolloClient, gql, type Reference, type TypedDocumentNode } from "@apollo/client";
import { inNameOfHeader } from "@cahier/schema/inNameOf";
import { useApolloClient } from "@apollo/client/react";
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type {
  EveningKeep,
  EveningKeepVariables,
  EveningMark,
  EveningMarkVariables,
  EveningText,
  EveningTextVariables,
  EveningUnmark,
  EveningUnmarkVariables,
} from "../../../graphql/operations.generated.ts";
import { useLocation } from "react-router-dom";
import { readingFilter } from "../filter.ts";
import { readContributions } from "../ReadForm.tsx";
import { unreadContributions } from "../Undo.tsx";
import type { Done, Sent } from "../outbox/waiting.ts";
import { refusalOf } from "../outbox/waits.ts";
import { calm, watchHands } from "../way/calm.ts";
import { EveningSession } from "./session.ts";
import { eveningCounts, pinnedKeyPoint, readSoFar } from "./evening.fragments.tsx";

const markPassage: TypedDocumentNode<EveningMark, EveningMarkVariables> = gql`
  mutation EveningMark($input: MarkPassageInput!) {
    markPassage(input: $input) {
      problems {
        code
        field
        value
      }
      cleared
      passage {
        id
      }
      keyPoint {
        ...PinnedKeyPoint_keyPoint @unmask
        objective {
          id
        }
      }
    }
  }
  ${pinnedKeyPoint}
`;

type Opened = NonNullable<EveningMark["markPassage"]["keyPoint"]>;

const keepForTwo: TypedDocumentNode<EveningKeep, EveningKeepVariables> = gql`
  mutation EveningKeep($input: KeepForTwoInput!) {
    keepForTwo(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const unmarkPassage: TypedDocumentNode<EveningUnmark, EveningUnmarkVariables> = gql`
  mutation EveningUnmark($input: UnmarkPassageInput!) {
    unmarkPassage(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

/** The texts of a sheet after an act on one: what it changed of them, and of the counts. */
const text: TypedDocumentNode<EveningText, EveningTextVariables> = gql`
  query EveningText($id: ID!, $filter: ReadingFilter) {
    readingDesk {
      ...EveningCounts_desk @unmask
      contribution(id: $id, filter: $filter) {
        id
        ofResponse {
          ...ReadSoFar_text @unmask
        }
      }
    }
  }
  ${eveningCounts}
  ${readSoFar}
`;

/** A page that is left meanwhile does not stop what it was sending; nobody else who signs in here does it. */
const sentBy = (personId: string) => ({ fetchOptions: { keepalive: true }, headers: { [inNameOfHeader]: personId } });

/** Puts a key point that was opened here at the end of those of its objective, wherever these are shown. */
const addOpened = ({ cache }: ApolloClient, { objective, ...opened }: Opened) =>
  cache.modify({
    id: cache.identify(objective),
    fields: {
      mostSaid: (known, { toReference, readField }) => {
        const those = known as readonly Reference[];
        return those.some((one) => readField("id", one) === opened.id) ? those : [...those, toReference(opened)!];
      },
    },
  });

/** Sends one act. Throws if nobody answers, or if it waits for a session: it is kept then. */
async function send(client: ApolloClient, personId: string, act: Sent): Promise<Done> {
  const context = sentBy(personId);
  try {
    if (act.kind === "mark") {
      const { input } = act;
      const { data } = await client.mutate({ mutation: markPassage, variables: { input }, context });
      const { problems, passage, keyPoint, cleared } = data!.markPassage;
      if (keyPoint && !input.keyPointId) addOpened(client, keyPoint);
      return { problems, passageId: passage?.id, keyPointId: keyPoint?.id, cleared };
    }
    if (act.kind === "unmark") {
      const { data } = await client.mutate({ mutation: unmarkPassage, variables: { input: act.input }, context });
      return { problems: data!.unmarkPassage.problems };
    }
    if (act.kind === "read") {
      const { data } = await client.mutate({ mutation: readContributions, variables: { input: act.input }, context });
      return { problems: data!.readContributions.problems };
    }
    if (act.kind === "keep") {
      const { data } = await client.mutate({ mutation: keepForTwo, variables: { input: act.input }, context });
      return { problems: data!.keepForTwo.problems };
    }
    const { data } = await client.mutate({ mutation: unreadContributions, variables: { input: act.input }, context });
    return { problems: data!.unreadContributions.problems };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { problems: [refusal] };
    throw error;
  }
}

const sessions = new Map<string, EveningSession>();

/** Filter of the desk on the screen: its counts are asked again after each act. */
let shown: EveningTextVariables["filter"];

/** The evening of a person on this page; one for the whole visit. */
function sessionOf(personId: string, client: ApolloClient): EveningSession {
  const known = sessions.get(personId);
  if (known) return known;
  watchHands();
  const session = new EveningSession(personId, async (act, id) => {
    await calm();
    const done = await send(client, personId, act);
    changed.add(id);
    void refresh();
    return done;
  });
  /** Texts that an act changed, until they are asked for again: the next act does not wait for it. */
  const changed = new Set<string>();
  let refreshing = false;
  const refresh = async () => {
    if (refreshing) return;
    refreshing = true;
    for (const id of changed) {
      // oxlint-disable no-await-in-loop -- one at a time, each once nobody presses a key
      await calm();
      changed.delete(id);
      const variables = { id, filter: shown };
      await client
        .query({ query: text, variables, fetchPolicy: "network-only" })
        .then(({ data }) => data?.readingDesk.contribution?.ofResponse.forEach((it) => session.settled(it.id)))
        .catch(() => undefined);
      // oxlint-enable no-await-in-loop
    }
    refreshing = false;
  };
  sessions.set(personId, session);
  return session;
}

const SessionContext = createContext<EveningSession | null>(null);

/** Gives the session of an evening to what is in it. */
export const EveningContext = SessionContext.Provider;

export const useSession = () => useContext(SessionContext)!;

/** State of the evening, as it changes. */
export const useEvening = (session: EveningSession) => useSyncExternalStore(session.subscribe, session.state);

/** State of what is to be sent, as it changes. */
export const useOutbox = (session: EveningSession) =>
  useSyncExternalStore(session.outbox.subscribe, session.outbox.state);

/** The session of somebody, which sends what waits now, and each time the network is back. */
export function useEveningOf(personId: string): EveningSession {
  const session = sessionOf(personId, useApolloClient());
  const { search } = useLocation();
  useEffect(() => {
    shown = readingFilter(new URLSearchParams(search));
  }, [search]);
  useEffect(() => {
    const { outbox } = session;
    const go = () => void outbox.go();
    void outbox.open();
    addEventListener("online", go);
    addEventListener("storage", outbox.meet);
    return () => {
      removeEventListener("online", go);
      removeEventListener("storage", outbox.meet);
    };
  }, [session]);
  return session;
}
