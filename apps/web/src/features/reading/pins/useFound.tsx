import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type { EveningKeyPoints, EveningKeyPointsVariables } from "../../../graphql/operations.generated.ts";
import { pinnedKeyPoint } from "../evening/evening.fragments.tsx";
import type { PinnedKeyPoint } from "./Pins.tsx";
import { ranked } from "./ranked.ts";

const query: TypedDocumentNode<EveningKeyPoints, EveningKeyPointsVariables> = gql`
  query EveningKeyPoints($search: String, $objective: String) {
    readingDesk {
      keyPointsAtHand(search: $search, objective: $objective) {
        more
        keyPoints {
          ...PinnedKeyPoint_keyPoint @unmask
          objective {
            id
            number
          }
        }
      }
    }
  }
  ${pinnedKeyPoint}
`;

/** Key point that was found; `elsewhere` is the number of its objective, null for that of the sheet. */
export type FoundKeyPoint = PinnedKeyPoint & { elsewhere: number | null };

/** As many as are shown without a scroll. */
const most = 7;

/** So many milliseconds after a text is there: it is drawn first. */
const later = 150;

/** While a word is being typed nothing is asked: so many milliseconds after the last letter. */
const pause = 250;

/** True once this page has what is found without a network. */
let loaded = false;

/**
 * Key points that say some words: of the sheet, of all objectives that are on this page, and those that the server finds.
 * `awaited`: others may come.
 * `alone`: there may be others, and nobody answers.
 */
export function useFound(
  words: string,
  objective: { id: string; slug: string },
  keyPoints: readonly PinnedKeyPoint[],
  open: boolean,
) {
  useLoaded();
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const timer = setTimeout(setTyped, pause, words.trim());
    return () => clearTimeout(timer);
  }, [words]);
  const atHand = useQuery(query, { variables: { search: null }, skip: !open });
  const there = atHand.data?.readingDesk.keyPointsAtHand;
  const variables = { search: typed, objective: objective.slug };
  const search = useQuery(query, { variables, skip: !open || !there?.more || !typed });
  const said = (search.data ?? search.previousData)?.readingDesk.keyPointsAtHand;

  const more = there?.more && words.trim() && (typed !== words.trim() || search.loading);

  const own = new Set(keyPoints.map(({ id }) => id));
  const others = new Map([...(there?.keyPoints ?? []), ...(said?.keyPoints ?? [])].map((it) => [it.id, it]));
  const all: FoundKeyPoint[] = [
    ...keyPoints.map((keyPoint) => ({ ...keyPoint, elsewhere: null })),
    ...[...others.values()]
      .filter(({ id }) => !own.has(id))
      .map((it) => ({ ...it, elsewhere: it.objective.id === objective.id ? null : it.objective.number })),
  ];
  const found = open ? ranked(all, words) : [];
  return {
    found: found.slice(0, most),
    awaited: open && !!(atHand.loading || more),
    alone: open && !!(atHand.error ?? (typed && search.error)),
  };
}

/** Loads what is found without a network, once, after the text that is read. */
function useLoaded() {
  const client = useApolloClient();
  useEffect(() => {
    if (loaded) return undefined;
    const load = () =>
      client.query({ query, variables: { search: null } }).then(
        () => (loaded = true),
        () => undefined,
      );
    const timer = setTimeout(() => void load(), later);
    return () => clearTimeout(timer);
  }, [client]);
}
