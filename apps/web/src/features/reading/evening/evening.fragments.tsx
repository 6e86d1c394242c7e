import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  EveningCounts_desk,
  Marks_item,
  PinnedKeyPoint_keyPoint,
  ReadSoFar_text,
  SheetText_text,
} from "../../../graphql/operations.generated.ts";

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

/** Progress of a text: who read it, that it is kept for two, the marks taken from it, and why nothing follows if nothing does. */
export const readSoFar: TypedDocumentNode<ReadSoFar_text> = gql`
  fragment ReadSoFar_text on ReadingText {
    id
    blind
    keptForTwo {
      name
      byAnother
    }
    readings {
      name
      readAt
    }
    notRetained
    ...Marks_item @unmask
  }
  ${marks}
`;

/** A text of a sheet. */
export const sheetText: TypedDocumentNode<SheetText_text> = gql`
  fragment SheetText_text on ReadingText {
    id
    canMark
    ...ReadSoFar_text @unmask
    contribution {
      id
      body
      revision
      status
      question {
        id
        code
        label
      }
      minutesBlock {
        id
        topic
      }
      supply {
        id
        slot
        proposal {
          id
          slug
          number
          title
        }
      }
    }
  }
  ${readSoFar}
`;

/** A key point that words are given to. */
export const pinnedKeyPoint: TypedDocumentNode<PinnedKeyPoint_keyPoint> = gql`
  fragment PinnedKeyPoint_keyPoint on KeyPoint {
    id
    number
    sentence
    shortName
    phoneName
    nature
    peopleCount
  }
`;

/** Progress of an evening. */
export const eveningCounts: TypedDocumentNode<EveningCounts_desk> = gql`
  fragment EveningCounts_desk on ReadingDesk {
    toRead(filter: $filter)
    responsesToRead(filter: $filter)
    evening(filter: $filter) {
      responses
      hoursLeft
    }
  }
`;
