import { gql, type TypedDocumentNode } from "@apollo/client";
import type { MinutesSaid_minutes } from "../graphql/operations.generated.ts";

/** What minutes say beside their blocks. */
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
