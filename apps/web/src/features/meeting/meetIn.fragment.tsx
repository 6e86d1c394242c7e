import { gql, type TypedDocumentNode } from "@apollo/client";
import type { MeetIn_group } from "../../graphql/operations.generated.ts";
import { objectiveChoice } from "../../shared/choices.tsx";

/** A group that announces meetings: what they are about, and the territories that the viewer meets in. */
export const meetIn: TypedDocumentNode<MeetIn_group> = gql`
  fragment MeetIn_group on WorkingGroup {
    id
    objectives {
      ...ObjectiveChoice_objective @unmask
    }
    viewerCan {
      announceMeetings
      meetIn {
        id
        slug
      }
    }
  }
  ${objectiveChoice}
`;
