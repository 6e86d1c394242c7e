import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import type {
  MarkAgain,
  MarkAgainVariables,
  UnmarkPassage,
  UnmarkPassageVariables,
} from "../../graphql/operations.generated.ts";

const unmarkPassage: TypedDocumentNode<UnmarkPassage, UnmarkPassageVariables> = gql`
  mutation UnmarkPassage($input: UnmarkPassageInput!) {
    unmarkPassage(input: $input) {
      problems {
        code
      }
    }
  }
`;

const again: TypedDocumentNode<MarkAgain, MarkAgainVariables> = gql`
  mutation MarkAgain($input: MarkPassageInput!) {
    markPassage(input: $input) {
      problems {
        code
      }
      keyPoint {
        id
      }
    }
  }
`;

/** Takes words back from a key point; says whether that was done. */
export function useUnmark() {
  const [unmark] = useMutation(unmarkPassage, { refetchQueries: ["ReadingTextPage", "CanSuggest"] });
  return async (input: UnmarkPassageVariables["input"]) =>
    (await unmark({ variables: { input } })).data?.unmarkPassage.problems.length === 0;
}

/** Gives words to a key point again. */
export function useMarkAgain() {
  const [mark] = useMutation(again, { refetchQueries: ["ReadingTextPage", "CanSuggest"] });
  return async (input: MarkAgainVariables["input"]) =>
    !!(await mark({ variables: { input } })).data?.markPassage.keyPoint;
}
