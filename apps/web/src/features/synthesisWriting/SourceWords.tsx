import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ReactNode, use, useState } from "react";
import type { SourceWords, SourceWordsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import { useReadAgain } from "./useSources.tsx";
import { type Words, wordsFragment } from "./writing.tsx";

const query: TypedDocumentNode<SourceWords, SourceWordsVariables> = gql`
  query SourceWords($slug: String!, $keyPoint: ID, $search: String, $toPlace: Boolean!, $first: Int!, $after: ID) {
    synthesis(slug: $slug) {
      id
      underWay {
        id
        words(keyPoint: $keyPoint, search: $search, toPlace: $toPlace, first: $first, after: $after) {
          ...Writing_words @unmask
        }
      }
    }
  }
  ${wordsFragment}
`;

/** Words of a key point that are read at a time. */
const atATime = 20;

type Asked = Omit<SourceWordsVariables, "slug">;

/** Words that may be cited, as they are asked for; `words` is null until they came. Those to place change as one writes. */
export function useWords(asked: Asked, skip = false) {
  const { synthesis } = use(DeskContext);
  const { data, previousData, error, refetch } = useQuery(query, {
    variables: { slug: synthesis.slug, ...asked },
    fetchPolicy: "cache-and-network",
    skip,
  });
  useReadAgain(refetch, skip || !asked.toPlace);
  return { words: (data ?? previousData)?.synthesis?.underWay?.words ?? null, error };
}

interface Props {
  keyPointId: string;
  toPlace: boolean;
  /** The words after these. */
  after?: string | null;
  children: (words: Words) => ReactNode;
}

/** The words of a key point, so many at a time. */
export function WordsOf({ keyPointId, toPlace, after = null, children }: Props) {
  const { placed } = use(DeskContext);
  const { words, error } = useWords({ keyPoint: keyPointId, toPlace, first: atATime, after });
  const [more, setMore] = useState<string | null>(null);
  const shown = (words ?? []).filter((one) => !toPlace || placed.of(one) === "toPlace");
  return (
    <>
      <Failed because={error}>{m.synthesis_words_not_read()}</Failed>
      {shown.map(children)}
      {more ? (
        <WordsOf keyPointId={keyPointId} toPlace={toPlace} after={more}>
          {children}
        </WordsOf>
      ) : (
        words?.length === atATime && (
          <li>
            <Button small onClick={() => setMore(words.at(-1)!.passage.id)}>
              {m.synthesis_words_more()}
            </Button>
          </li>
        )
      )}
    </>
  );
}
