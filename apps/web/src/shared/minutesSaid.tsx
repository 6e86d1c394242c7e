import { gql, type TypedDocumentNode } from "@apollo/client";
import type { MinutesSaid_minutes } from "../graphql/operations.generated.ts";

/** Fields of minutes beside their blocks. */
export const minutesSaid: TypedDocumentNode<MinutesSaid_minutes> = gql`
  fragment MinutesSaid_minutes on Minutes {
    id
    state
    version
    present
    excused
    remote
    regions
    facts
    openQuestions
    reviewUntil
    errata {
      id
      text
      addedOn
    }
  }
`;
