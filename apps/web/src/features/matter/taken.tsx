import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Taken_matter } from "../../graphql/operations.generated.ts";

/** Person who takes care of something, and the acts that the viewer may do about it. */
export const taken: TypedDocumentNode<Taken_matter> = gql`
  fragment Taken_matter on Matter {
    id
    taken {
      takenBy
      byViewer
      until
    }
    viewerCan {
      take
      letGo
    }
  }
`;
