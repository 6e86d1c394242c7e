import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { use, useEffect, useRef } from "react";
import type { SynthesisSources, SynthesisSourcesVariables } from "../../graphql/operations.generated.ts";
import { DeskContext } from "./SynthesisDesk.ts";
import { sourceFragment } from "./writing.tsx";

const query: TypedDocumentNode<SynthesisSources, SynthesisSourcesVariables> = gql`
  query SynthesisSources($slug: String!, $search: String, $toPlace: Boolean!, $notCited: Boolean!, $first: Int!) {
    synthesis(slug: $slug) {
      id
      underWay {
        id
        sources(search: $search, toPlace: $toPlace, notCited: $notCited, first: $first) {
          ...Writing_source @unmask
        }
      }
    }
  }
  ${sourceFragment}
`;

/** Key points that come at a time: with the desk, then at the press of a button, as many as the server tells. */
export const atATime = 60;
const most = 300;

/** Asks again what changes as one writes, once something was saved. */
export function useReadAgain(refetch: () => Promise<unknown>, skip: boolean) {
  const { synthesis } = use(DeskContext);
  const revision = synthesis.underWay?.revision;
  const read = useRef(revision);
  useEffect(() => {
    if (skip || read.current === revision) return;
    read.current = revision;
    void refetch();
  }, [skip, revision, refetch]);
}

interface Asked {
  search?: string;
  toPlace?: boolean;
  notCited?: boolean;
  first: number;
}

/** Key points to write from: those at hand, until others came where they are not all there; `more` where there are others. */
export function useSources({ search = "", toPlace = false, notCited = false, first }: Asked) {
  const { synthesis, sources } = use(DeskContext);
  const atHand = sources.length < atATime || (!search && !toPlace && !notCited && first === atATime);
  const { data, error, refetch } = useQuery(query, {
    variables: { slug: synthesis.slug, search, toPlace, notCited, first },
    fetchPolicy: "cache-and-network",
    skip: atHand,
  });
  useReadAgain(refetch, atHand);
  const found = atHand ? null : data?.synthesis?.underWay?.sources;
  // A saved text comes with the sources at hand first.
  const fresh = new Map(sources.map((one) => [one.keyPoint.id, one]));
  const told = found?.map((one) => fresh.get(one.keyPoint.id) ?? one) ?? sources;
  const isReading = !atHand && !found && !error;
  return { sources: told, isFound: Boolean(found), isReading, more: told.length >= first && first < most, error };
}
