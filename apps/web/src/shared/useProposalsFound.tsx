import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ProposalsFound, ProposalsFoundVariables, ProposalState } from "../graphql/operations.generated.ts";
import { FindField } from "./FindField.tsx";
import { useFinding } from "./SearchedSelect.tsx";

const most = 50;

const query: TypedDocumentNode<ProposalsFound, ProposalsFoundVariables> = gql`
  query ProposalsFound($search: String, $states: [ProposalState!]) {
    proposals(filter: { search: $search, states: $states }, first: 50) {
      nodes {
        id
        number
        title
        state
        viewerCan {
          edit
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

/** A proposal to choose. */
export type FoundProposal = ProposalsFound["proposals"]["nodes"][number];

/** Proposals to choose from, and the field that finds others where there are more; undefined until they are read. */
export function useProposalsFound(states: ProposalState[] | null = null) {
  const { words, setWords, search } = useFinding();
  const { data, previousData } = useQuery(query, { variables: { search, states } });
  const found = (data ?? previousData)?.proposals;
  const count = found?.nodes.length ?? 0;
  const field = (words !== "" || found?.pageInfo.hasNextPage) && (
    <FindField
      name="proposal-search"
      label={m.proposalWriting_find()}
      help={m.proposalWriting_find_help()}
      words={words}
      onWords={setWords}
    >
      {search !== "" &&
        (count === 0
          ? m.proposalWriting_found_none()
          : found!.pageInfo.hasNextPage
            ? m.proposalWriting_found_more({ count: most })
            : m.proposalWriting_found({ count }))}
    </FindField>
  );
  return { found: found?.nodes, field };
}
