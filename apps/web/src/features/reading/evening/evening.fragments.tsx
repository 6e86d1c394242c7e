import { gql, type TypedDocumentNode } from "@apollo/client";
import type { EveningCounts_desk, Marks_item, PinnedKeyPoint_keyPoint } from "../../../graphql/operations.generated.ts";

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

/** A key point that words are given to. */
export const pinnedKeyPoint: TypedDocumentNode<PinnedKeyPoint_keyPoint> = gql`
  fragment PinnedKeyPoint_keyPoint on KeyPoint {
    id
    number
    sentence
    shortName
    nature
    peopleCount
  }
`;

/** How far an evening came. */
export const eveningCounts: TypedDocumentNode<EveningCounts_desk> = gql`
  fragment EveningCounts_desk on ReadingDesk {
    toRead(filter: $filter)
    evening(filter: $filter) {
      read
      hoursLeft
    }
  }
`;
