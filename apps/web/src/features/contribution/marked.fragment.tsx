import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Marked_passage } from "../../graphql/operations.generated.ts";

/** A passage, to be shown in its contribution, with the key points it stands for. */
export const markedPassage: TypedDocumentNode<Marked_passage> = gql`
  fragment Marked_passage on Passage {
    id
    startsAt
    endsAt
    contributionRevision
    keyPoints {
      id
      number
      sentence
    }
  }
`;
