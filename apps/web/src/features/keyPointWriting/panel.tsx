import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  FollowingPassages,
  FollowingPassagesVariables,
  KeyPointPanel_keyPoint,
  KeyPointPanel_passage,
} from "../../graphql/operations.generated.ts";

const passageFragment: TypedDocumentNode<KeyPointPanel_passage> = gql`
  fragment KeyPointPanel_passage on Passage {
    id
    quote
    contribution {
      id
    }
  }
`;

/** All that is shown of the key point that is open. */
export const panelFragment: TypedDocumentNode<KeyPointPanel_keyPoint> = gql`
  fragment KeyPointPanel_keyPoint on KeyPoint {
    id
    number
    sentence
    shortName
    phoneName
    nature
    state
    version
    definition
    included
    excluded
    example
    color
    peopleCount
    regionCount
    objective {
      id
      slug
      number
    }
    parent {
      id
    }
    children {
      id
      number
      sentence
    }
    regions {
      territory {
        id
        name
      }
      people
    }
    channels {
      channel
      people
    }
    contrary {
      id
      number
      sentence
    }
    reactionCounts {
      support
      qualify
    }
    passages {
      ...KeyPointPanel_passage @unmask
    }
    passageCount
    merges {
      id
      number
      sentence
      on
      byName
    }
    history {
      id
      kind
      on
      byName
      from
      to
      details
    }
    viewerCan {
      state
      remove
      unstate
      edit
    }
  }
  ${passageFragment}
`;

/** The key point that is open. */
export type Opened = KeyPointPanel_keyPoint;

/** Passages of the key point that is open, which follow one. */
export const following: TypedDocumentNode<FollowingPassages, FollowingPassagesVariables> = gql`
  query FollowingPassages($id: ID!, $after: ID!) {
    keyPoint(id: $id) {
      id
      passages(after: $after) {
        ...KeyPointPanel_passage @unmask
      }
    }
  }
  ${passageFragment}
`;

/** One of the others, as lists of choices name it. */
export interface Listed {
  id: string;
  number: number;
  sentence: string;
  state: Opened["state"];
  peopleCount: number;
  parent: { id: string } | null;
  objective: { id: string };
}

/** Called after an act: announces it and, given one, shows another key point; `undo` takes it back. */
export type OnDone = (said: string, show?: string | null, undo?: () => Promise<void>) => void;
