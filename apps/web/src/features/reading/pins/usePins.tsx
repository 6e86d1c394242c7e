import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import type { PinnedKeyPoints, PinnedKeyPointsVariables } from "../../../graphql/operations.generated.ts";
import { pinnedKeyPoint } from "../evening/evening.fragments.tsx";
import { digitsOf, inOrder, pin as pinOn, pinned } from "../keys/digits.ts";
import type { PinnedKeyPoint } from "./Pins.tsx";

const query: TypedDocumentNode<PinnedKeyPoints, PinnedKeyPointsVariables> = gql`
  query PinnedKeyPoints($ids: [ID!]!) {
    readingDesk {
      keyPointsNamed(ids: $ids) {
        ...PinnedKeyPoint_keyPoint @unmask
      }
    }
  }
  ${pinnedKeyPoint}
`;

/** Nothing is asked of these. */
const none: readonly string[] = [];

/**
 * Key points of an objective in the order of this evening: those that most people say, and those that have a digit; and
 * the way to give a digit to one.
 */
export function usePins(objective: { slug: string; keyPoints: readonly PinnedKeyPoint[] } | null) {
  const [moved, setMoved] = useState(0);
  const digits = useMemo(
    () => (objective ? digitsOf(objective.slug, objective.keyPoints) : null),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was pinned is read again from the device
    [objective, moved],
  );
  const away = useMemo(() => {
    const here = new Set(objective?.keyPoints.map(({ id }) => id));
    return digits?.ids.slice(0, pinned).filter((id) => !here.has(id)) ?? none;
  }, [objective, digits]);
  const others = useNamed(away);
  const keyPoints = useMemo(
    () => (objective && digits ? inOrder([...objective.keyPoints, ...others], digits.ids) : []),
    [objective, digits, others],
  );
  const pin = (id: string, digit: number) => {
    if (!objective || !digits) return;
    pinOn(objective.slug, digits, id, digit);
    setMoved((count) => count + 1);
  };
  return { keyPoints, pin };
}

/** Key points by their ids: as they were found on this page, until the server tells them. */
function useNamed(ids: readonly string[]): readonly PinnedKeyPoint[] {
  const { cache } = useApolloClient();
  const { data } = useQuery(query, { variables: { ids: [...ids] }, skip: !ids.length });
  return useMemo(() => {
    if (!ids.length) return [];
    if (data) return data.readingDesk.keyPointsNamed;
    return ids.flatMap((id) => {
      const from = { __typename: "KeyPoint" as const, id };
      return cache.readFragment({ fragment: pinnedKeyPoint, from }) ?? [];
    });
  }, [ids, data, cache]);
}
