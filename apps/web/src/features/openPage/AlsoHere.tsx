import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useEffect, useState } from "react";
import type { KeepPageOpen, KeepPageOpenVariables, OpenPageKind } from "../../graphql/operations.generated.ts";
import { nowAndThen } from "../../ui/nowAndThen.ts";

const keepOpen: TypedDocumentNode<KeepPageOpen, KeepPageOpenVariables> = gql`
  mutation KeepPageOpen($input: KeepPageOpenInput!) {
    keepPageOpen(input: $input) {
      others
    }
  }
`;

/** « Zoé Martin a aussi cette page ouverte. »: a hint, which holds nothing. */
export function AlsoHere({ kind, id }: { kind: OpenPageKind; id: string }) {
  const names = useOthers(kind, id);
  return (
    <output className="quiet">
      {names.length > 0
        ? m.openPage_also_here({ count: names.length, names: new Intl.ListFormat(getLocale()).format(names) })
        : // The line is there before a name comes: nothing moves under the finger.
          "\u00a0"}
    </output>
  );
}

/** Names of the others who have the page open: told at the pace of looks, while one looks at it oneself. */
function useOthers(kind: OpenPageKind, id: string) {
  const client = useApolloClient();
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let left = false;
    const variables = { input: { kind, id } };
    const say = async () => {
      // No act: nothing of the page is read again for it.
      const asked = { mutation: keepOpen, variables, fetchPolicy: "no-cache", context: { noAct: true } } as const;
      const answer = navigator.onLine ? await client.mutate(asked).catch(() => undefined) : undefined;
      if (!left) setNames(answer?.data?.keepPageOpen.others ?? []);
    };
    if (!document.hidden) void say();
    const stop = nowAndThen(() => void say());
    return () => {
      left = true;
      stop();
      setNames([]);
    };
  }, [client, kind, id]);
  return names;
}
