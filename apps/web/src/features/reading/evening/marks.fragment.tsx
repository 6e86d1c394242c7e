import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Marks_item } from "../../../graphql/operations.generated.ts";

/** The words of a text that were taken, each with the key points that it stands for. */
export const marks: TypedDocumentNode<Marks_item> = gql`
  fragment Marks_item on ReadingText {
    id
    passages {
      id
      passage {
        id
        quote
        startsAt
        endsAt
        contributionRevision
      }
      keyPoints {
        id
        number
        sentence
      }
    }
  }
`;
