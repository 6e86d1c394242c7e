import { gql, type TypedDocumentNode } from "@apollo/client";
import type { RecordedPresence_meeting } from "../../graphql/operations.generated.ts";
import { presenceOf } from "../../shared/presence.tsx";

/** Presence at a meeting as it was written down, to be changed. */
export const recordedPresence: TypedDocumentNode<RecordedPresence_meeting> = gql`
  fragment RecordedPresence_meeting on Meeting {
    id
    presenceVersion
    hasPresence
    recordedPresence {
      presence {
        ...PresenceOf_presence @unmask
      }
      channels {
        channel
        people
      }
    }
  }
  ${presenceOf}
`;
