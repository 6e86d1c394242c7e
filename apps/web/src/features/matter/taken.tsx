import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Taken_matter } from "../../graphql/operations.generated.ts";

/** Who takes care of something, and what the viewer may say of it. */
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
