import { gql, type TypedDocumentNode } from "@apollo/client";
import { ownAnswer } from "../../features/curation/OwnAnswer.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import type { OwnText_own } from "../../graphql/operations.generated.ts";

/** Answer of the team and rulings on a text, as its author reads them. */
export const ownText: TypedDocumentNode<OwnText_own> = gql`
  fragment OwnText_own on OwnText {
    answered {
      ...OwnAnswer_answer @unmask
    }
    joined
    ruling {
      id
      ...OwnRuling_ruling
    }
  }
  ${OwnRuling.fragment}
  ${ownAnswer}
`;
